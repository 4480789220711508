/** What the place of an order in the line goes by. */
export interface Placed {
  id: string;
  priority: number;
  createdAt: string;
}

/** Orders as they are served: the larger priority first, of two alike the older. */
export function inLine<Order extends Placed>(orders: readonly Order[]): Order[] {
  return [...orders].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function isBefore(a: Placed, b: Placed): boolean {
  return a.priority === b.priority ? a.createdAt < b.createdAt : a.priority > b.priority;
}

/**
 * The new priorities when the order at `from` goes to where `to` is: one order's as a rule. Where no
 * number is left between its neighbours, those ahead of it move up.
 */
export function moved<Order extends Placed>(
  line: readonly Order[],
  from: number,
  to: number,
): { order: Order; priority: number }[] {
  const order = line[from];
  if (order === undefined || from === to || to < 0 || to >= line.length) return [];
  const rest = line.filter((_, index) => index !== from);
  const [ahead, behind] = [rest[to - 1], rest[to]];
  const fits = (priority: number) => {
    const placed = { ...order, priority };
    return (
      (ahead === undefined || isBefore(ahead, placed)) &&
      (behind === undefined || isBefore(placed, behind))
    );
  };
  const candidates = [behind?.priority, ahead?.priority, behind && behind.priority + 1];
  // At the end there is nobody behind to be before.
  if (behind === undefined && ahead !== undefined) candidates.push(ahead.priority - 1);
  const fitting = candidates.find((priority) => priority !== undefined && fits(priority));
  if (fitting !== undefined) return [{ order, priority: fitting }];
  const changes = [{ order, priority: (behind?.priority ?? 0) + 1 }];
  let next: Placed = { ...order, priority: (behind?.priority ?? 0) + 1 };
  for (const each of rest.slice(0, to).reverse()) {
    if (isBefore(each, next)) break;
    const priority = each.createdAt < next.createdAt ? next.priority : next.priority + 1;
    changes.push({ order: each, priority });
    next = { ...each, priority };
  }
  return changes;
}

/** All lanes together. */
export function countsOf(lanes: readonly { pending: number; running: number; failed: number }[]) {
  const sum = (name: "pending" | "running" | "failed") =>
    lanes.reduce((all, lane) => all + lane[name], 0);
  return { pending: sum("pending"), running: sum("running"), failed: sum("failed") };
}
