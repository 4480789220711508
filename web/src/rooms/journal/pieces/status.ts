import type { ArtStatus } from "./data";

export const statuses: readonly { value: ArtStatus; label: string }[] = [
  { value: "PLANNING", label: "Planning" },
  { value: "PRODUCTION", label: "Production" },
  { value: "COMPLETE", label: "Complete" },
];

export function statusLabel(status: ArtStatus): string {
  return statuses.find(({ value }) => value === status)?.label ?? status;
}
