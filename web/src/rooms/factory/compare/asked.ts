const most = 4;

/** The products that an address compares: at most four, each once. */
export function comparedIn(query: URLSearchParams): string[] {
  const ids = (query.get("products") ?? "").split(",").filter((id) => id !== "");
  return [...new Set(ids)].slice(0, most);
}
