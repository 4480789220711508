/**
 * Saves what a path answers as a file, under the name that the answer has unless one is given. A plain link could not
 * say which tenant is meant.
 */
export async function save(path: string, tenant: string, name?: string): Promise<boolean> {
  const response = await fetch(path, {
    headers: { "Atelier-Tenant": tenant },
    credentials: "same-origin",
  }).catch(() => null);
  if (!response?.ok) return false;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  const said = response.headers.get("Content-Disposition") ?? "";
  link.download = name ?? /filename="([^"]+)"/.exec(said)?.[1] ?? "";
  link.click();
  URL.revokeObjectURL(address);
  return true;
}
