import { save } from "@/rest/save";

/** Saves the trail as a file; false where the server refuses. */
export function saveExport(
  tenant: string,
  format: "csv" | "jsonl",
  filter: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value);
  return save(`/api/v1/audit/export?${query}`, tenant, `audit.${format}`);
}
