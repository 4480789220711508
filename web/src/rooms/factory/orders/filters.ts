import { type OrderStatus, orderStatuses } from "./status";

/** Groups of states that people look for together. */
const groups: Readonly<Record<string, readonly OrderStatus[]>> = {
  open: ["PENDING", "PROCESSING", "PAUSED"],
  over: ["FULFILLED", "PARTIALLY_FULFILLED", "FAILED", "CANCELLED"],
};

/** The states that the address asks for; null for all. */
export function statusesOf(name: string | null): readonly OrderStatus[] | null {
  if (name === null) return null;
  const single = orderStatuses.find(({ value }) => value.toLowerCase() === name);
  return groups[name] ?? (single ? [single.value] : null);
}
