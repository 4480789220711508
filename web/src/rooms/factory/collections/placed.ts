/** `things` with one of them before another; null puts it last. Unknown ids change nothing. */
export function placed<Thing extends { id: string }>(
  things: readonly Thing[],
  id: string,
  before: string | null,
): Thing[] {
  const moved = things.find((thing) => thing.id === id);
  if (moved === undefined || id === before) return [...things];
  const others = things.filter((thing) => thing !== moved);
  const at = before === null ? others.length : others.findIndex((thing) => thing.id === before);
  return at < 0 ? [...things] : [...others.slice(0, at), moved, ...others.slice(at)];
}

/**
 * What stands after a product that is dropped on another: it takes the place of the other, which
 * moves towards where it came from.
 */
export function droppedOn(
  ids: readonly string[],
  id: string,
  over: string | null,
): string | null | undefined {
  const [from, to] = [ids.indexOf(id), over === null ? -1 : ids.indexOf(over)];
  if (from < 0 || to < 0 || from === to) return undefined;
  return from < to ? (ids[to + 1] ?? null) : ids[to];
}

/**
 * What stands after a product once it is moved by one place, or to an end: the id to put it before,
 * null to put it last, undefined where it can't move.
 */
export function beforeOf(
  ids: readonly string[],
  id: string,
  to: "back" | "on" | "front",
): string | null | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  if (to === "on") return at === ids.length - 1 ? undefined : (ids[at + 2] ?? null);
  return at === 0 ? undefined : to === "front" ? ids[0] : ids[at - 1];
}
