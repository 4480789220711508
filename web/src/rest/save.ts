/** Saves what a path answers as a file. A plain link could not say which tenant is meant. */
export async function save(path: string, tenant: string, name: string): Promise<boolean> {
  const response = await fetch(path, {
    headers: { "Atelier-Tenant": tenant },
    credentials: "same-origin",
  }).catch(() => null);
  if (!response?.ok) return false;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return true;
}
