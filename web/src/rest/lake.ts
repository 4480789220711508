import { save } from "./save";

/** Saves the answer to a question in SQL as a file; false where the server refuses. */
export function saveAnswer(
  tenant: string,
  query: string,
  format: "csv" | "parquet",
): Promise<boolean> {
  const asked = new URLSearchParams({ query, format });
  return save(`/api/v1/journal/lake?${asked}`, tenant, `journal.${format}`);
}
