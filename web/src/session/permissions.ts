import type { Role } from "@/graphql/generated/graphql";

/** The actions that a role may allow, by the names that `me.permissions` uses. */
export type Permission =
  | "project.create"
  | "project.edit"
  | "project.archive"
  | "project.delete"
  | "tenant.members.manage"
  | "tenant.create"
  | "tenant.export"
  | "audit.read"
  | "job.cancel"
  | "job.retry"
  | "api_key.manage"
  | "profile.edit"
  | "approval.decide"
  | "archive.delete"
  | "asset.delete"
  | "asset.edit"
  | "brief.edit"
  | "factory.settings"
  | "field.edit"
  | "floor.pause"
  | "inspiration.edit"
  | "journal.archive"
  | "journal.settings"
  | "log.edit"
  | "lookup.edit"
  | "milestone.edit"
  | "order.cancel"
  | "order.place"
  | "product.curate"
  | "product.import"
  | "product.purge"
  | "provider.edit"
  | "record.edit"
  | "recording.edit"
  | "term.edit";

const rank: Record<Role, number> = { VIEWER: 0, MEMBER: 1, OWNER: 2 };

export const roles: readonly { value: Role; label: string; means: string }[] = [
  { value: "OWNER", label: "Owner", means: "Everything, members and deleting included" },
  { value: "MEMBER", label: "Member", means: "Makes and edits projects" },
  { value: "VIEWER", label: "Viewer", means: "Looks, changes nothing" },
];

/** Nobody hands out more than they have. */
export function rolesUpTo(own: Role) {
  return roles.filter((role) => rank[role.value] <= rank[own]);
}

export function roleLabel(role: Role): string {
  return roles.find((candidate) => candidate.value === role)?.label ?? role;
}
