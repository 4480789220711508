"use client";

import { ChevronDown, LayoutTemplate } from "lucide-react";
import { useRouter } from "next/navigation";
import { factoryPaths } from "@/routing/factory";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/ui/menu";
import { useTemplates } from "../templates/data";

const most = 12;

/** Fills the form from a template. */
export function TemplateMenu() {
  const router = useRouter();
  const { templates = [] } = useTemplates();
  const often = [...templates].sort((a, b) => b.usageCount - a.usageCount).slice(0, most);
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="ghost">
          <LayoutTemplate /> <span className="max-sm:sr-only">From a template</span>
          <ChevronDown className="max-sm:hidden" />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {often.length === 0 ? (
          <MenuLabel>No templates yet: save this form as one.</MenuLabel>
        ) : (
          often.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => router.push(factoryPaths.orderFromTemplate(id))}>
              <span className="truncate">{name}</span>
            </MenuItem>
          ))
        )}
        <MenuSeparator />
        <MenuItem onSelect={() => router.push(factoryPaths.templates())}>All templates</MenuItem>
      </MenuContent>
    </Menu>
  );
}
