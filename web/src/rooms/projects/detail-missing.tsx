"use client";

import { EmptyState } from "@/patterns/empty-state";
import { paths } from "@/routing/paths";
import { useSession } from "@/session/session";
import { ButtonLink } from "@/ui/button-link";
import { DetailHeader } from "./detail-header";

/** A link may lead to a project of another tenant than the one this tab is in. */
export function DetailMissing() {
  const { me } = useSession();
  const others = me.memberships.filter(({ tenant }) => tenant.id !== me.tenant.id);
  return (
    <>
      <DetailHeader name="Not found" />
      <EmptyState
        names="page"
        title="No such project here"
        actions={<ButtonLink href={paths.projects()}>Back to projects</ButtonLink>}
      >
        <p>
          It may have been deleted, or it doesn’t belong to {me.tenant.name}
          {others.length > 0 && ", the organisation this tab is in. Switch at the top of the rail"}.
        </p>
      </EmptyState>
    </>
  );
}
