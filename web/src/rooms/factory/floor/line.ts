/** What the place of an order in the line goes by. */
interface Placed {
  id: string;
  priority: number;
}

/** Where an order goes: before another one or, with null, to the end. */
export interface Move {
  before: string | null;
  priority: number;
}

/**
 * The move that brings the order at `from` to where the one at `to` is; null where nothing moves. Its
 * priority changes only as far as its new neighbours ask for, as the server has it.
 */
export function moveTo(line: readonly Placed[], from: number, to: number): Move | null {
  const order = line[from];
  if (order === undefined || from === to || to < 0 || to >= line.length) return null;
  const rest = line.filter((_, index) => index !== from);
  const [ahead, behind] = [rest[to - 1], rest[to]];
  const most = ahead?.priority ?? Number.POSITIVE_INFINITY;
  const least = behind?.priority ?? Number.NEGATIVE_INFINITY;
  return {
    before: behind?.id ?? null,
    priority: Math.max(least, Math.min(most, order.priority)),
  };
}

/** The move that takes another one back: to before whom it stood, with the priority that it had. */
export function moveBack(line: readonly Placed[], from: number): Move | null {
  const order = line[from];
  if (order === undefined) return null;
  return { before: line[from + 1]?.id ?? null, priority: order.priority };
}

/** A list in which `mine` stands right before `theirs`, or at the end. */
export function placedBefore<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  mine: string,
  theirs: string | null | undefined,
): Item[] {
  const moving = items.find((item) => keyOf(item) === mine);
  if (moving === undefined || mine === theirs) return [...items];
  const rest = items.filter((item) => item !== moving);
  const at = rest.findIndex((item) => keyOf(item) === theirs);
  rest.splice(at < 0 ? rest.length : at, 0, moving);
  return rest;
}

/** All lanes together. */
export function countsOf(lanes: readonly { pending: number; running: number; failed: number }[]) {
  const sum = (name: "pending" | "running" | "failed") =>
    lanes.reduce((all, lane) => all + lane[name], 0);
  return { pending: sum("pending"), running: sum("running"), failed: sum("failed") };
}
