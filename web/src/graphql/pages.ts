/** What the cache has in the place of an object. */
interface Reference {
  readonly __ref: string;
}

interface Connection {
  nodes: readonly Reference[];
  pageInfo: unknown;
}

/**
 * Adds a page that was asked for with `after`. A first page that is read again, because something
 * changed, takes the place of its part only: who has read further keeps what is below it.
 */
export function keepPages(
  existing: Connection | undefined,
  incoming: Connection,
  { args }: { args: Record<string, unknown> | null },
): Connection {
  if (existing === undefined) return incoming;
  const known = new Set(incoming.nodes.map(({ __ref }) => __ref));
  if (args?.after !== undefined && args.after !== null) {
    const before = existing.nodes.filter(({ __ref }) => !known.has(__ref));
    return { ...incoming, nodes: [...before, ...incoming.nodes] };
  }
  // All there is: what isn't in it is gone, also from the end.
  if (isLast(incoming.pageInfo)) return incoming;
  const last = incoming.nodes.at(-1)?.__ref;
  const seam = existing.nodes.findIndex(({ __ref }) => __ref === last);
  if (seam < 0) return incoming;
  const below = existing.nodes.slice(seam + 1).filter(({ __ref }) => !known.has(__ref));
  if (below.length === 0) return incoming;
  return { ...existing, nodes: [...incoming.nodes, ...below] };
}

function isLast(pageInfo: unknown): boolean {
  return (
    typeof pageInfo === "object" &&
    pageInfo !== null &&
    "hasNextPage" in pageInfo &&
    pageInfo.hasNextPage === false
  );
}
