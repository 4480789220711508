/** Saves the trail as a file. A plain link could not say which tenant is meant. */
export async function saveExport(
  tenant: string,
  format: "csv" | "jsonl",
  filter: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value);
  const response = await fetch(`/api/v1/audit/export?${query}`, {
    headers: { "atelier-tenant": tenant },
  }).catch(() => null);
  if (!response?.ok) return false;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = `audit.${format}`;
  link.click();
  URL.revokeObjectURL(address);
  return true;
}
