"use client";

import { ChevronsUpDown, Plus, Users } from "lucide-react";
import { useState } from "react";
import { initials, pigmentOf } from "@/format/person";
import type { Tenant } from "@/session/data";
import { roleLabel } from "@/session/permissions";
import { useSession } from "@/session/session";
import { useRun, useShortcut } from "@/shortcuts/provider";
import { Avatar } from "@/ui/avatar";
import { cn } from "@/ui/cn";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/ui/menu";

export function TenantMenu({ folded }: { folded: boolean }) {
  const { me, can, switchTenant } = useSession();
  const [open, setOpen] = useState(false);
  const run = useRun();
  useShortcut("switchTenant", () => setOpen(true));
  const { tenant } = me;
  return (
    <Menu open={open} onOpenChange={setOpen}>
      <MenuTrigger
        aria-label={`${tenant.name}, switch organisation`}
        className={cn(
          "flex h-11 items-center gap-2.5 rounded-md text-left transition-colors hover:bg-press data-[state=open]:bg-press",
          folded ? "w-10 justify-center" : "w-full px-2",
        )}
      >
        <TenantMark tenant={tenant} size="lg" />
        {!folded && (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold text-sm leading-4.5">
                {tenant.name}
              </span>
              <span className="block truncate text-2xs text-ink-faint leading-3.5">
                {tenant.kind === "PERSONAL" ? "Personal" : roleLabel(me.role)}
              </span>
            </span>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          </>
        )}
      </MenuTrigger>
      <MenuContent align="start" className="w-64">
        <MenuLabel>Work in</MenuLabel>
        <MenuRadioGroup
          value={tenant.id}
          onValueChange={(id) => {
            if (id !== tenant.id) switchTenant(id);
          }}
        >
          {me.memberships.map((membership) => (
            <MenuRadioItem key={membership.tenant.id} value={membership.tenant.id}>
              <TenantMark tenant={membership.tenant} size="md" />
              <span className="min-w-0">
                <span className="block truncate leading-4.5">{membership.tenant.name}</span>
                <span className="block text-2xs text-ink-faint leading-3.5">
                  {membership.tenant.kind === "PERSONAL" ? "Personal" : roleLabel(membership.role)}
                </span>
              </span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        {tenant.kind === "ORGANISATION" && (
          <MenuItem onSelect={() => run("goMembers")}>
            <Users />
            Members of {tenant.name}
          </MenuItem>
        )}
        {can("tenant.create") && (
          <MenuItem onSelect={() => run("createOrganisation")}>
            <Plus />
            Create an organisation…
          </MenuItem>
        )}
      </MenuContent>
    </Menu>
  );
}

function TenantMark({ tenant, size }: { tenant: Tenant; size: "md" | "lg" }) {
  return (
    <Avatar
      square
      letters={initials(tenant.name)}
      color={`var(--${pigmentOf(tenant.id)})`}
      size={size}
    />
  );
}
