"use client";

import { useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { say, sayProblem } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { type Member, useMembers, useRefreshMe } from "@/session/data";
import { useSession } from "@/session/session";
import { useRun } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { AddMember } from "./add-member";
import { useMemberChanges } from "./data";
import { MemberRow } from "./member-row";

const ConfirmDialog = soon(() =>
  import("@/patterns/confirm-dialog").then((file) => file.ConfirmDialog),
);

export function Members() {
  const { me } = useSession();
  return me.tenant.kind === "PERSONAL" ? <JustYou /> : <Organisation />;
}

function JustYou() {
  const run = useRun();
  const { can } = useSession();
  return (
    <EmptyState
      title="Just you in here"
      actions={
        can("tenant.create") && (
          <Button look="solid" onClick={() => run("createOrganisation")}>
            Create an organisation
          </Button>
        )
      }
    >
      <p>
        This is your personal studio, and it stays yours alone. To work with others, create an
        organisation: its projects belong to all of its members, and each has a role.
      </p>
    </EmptyState>
  );
}

function Organisation() {
  const { me, can, switchTenant } = useSession();
  const { members, problem, hasMore, loadMore, retry } = useMembers();
  const changes = useMemberChanges();
  const refreshMe = useRefreshMe();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const canManage = can("tenant.members.manage");

  const setRole = async (member: Member, role: Member["role"]) => {
    try {
      await changes.setRole(member, role);
      if (member.user.id === me.user.id) refreshMe();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      sayProblem(`${member.user.name} keeps the role`, error);
    }
  };
  const remove = async (member: Member) => {
    await changes.remove(member.user.id);
    if (member.user.id === me.user.id) switchTenant(me.user.id);
    else say(`${member.user.name} is no longer a member`);
  };
  const self = leaving?.user.id === me.user.id;

  if (problem !== undefined) {
    return <ErrorState what="The members didn’t load" problem={problem} retry={retry} />;
  }
  return (
    <div className="max-w-3xl py-8">
      {canManage && <AddMember onAdd={changes.add} />}
      {members === undefined ? (
        <Delayed>
          <div className="grid gap-4 py-6">
            <Skeleton className="h-3.5 w-1/2" />
            <Skeleton className="h-3.5 w-2/5" />
          </div>
        </Delayed>
      ) : (
        <ul aria-label="Members" className="mt-6 rounded-lg border border-line bg-sheet">
          {members.map((member) => (
            <MemberRow
              key={member.user.id}
              member={member}
              self={member.user.id === me.user.id}
              canManage={canManage}
              onRole={(role) => void setRole(member, role)}
              onRemove={() => setLeaving(member)}
            />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="ghost" className="mt-2" onClick={loadMore}>
          Load more
        </Button>
      )}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={() => setLeaving(null)}
        title={self ? `Leave ${me.tenant.name}?` : `Remove ${leaving?.user.name ?? ""}?`}
        action={self ? "Leave" : "Remove"}
        onConfirm={async () => {
          if (leaving !== null) await remove(leaving);
        }}
      >
        <p>
          {self
            ? "You lose access at once. An owner can add you again."
            : `They lose access to ${me.tenant.name} at once. Their projects stay.`}
        </p>
      </ConfirmDialog>
    </div>
  );
}
