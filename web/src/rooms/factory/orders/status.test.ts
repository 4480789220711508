import { describe, expect, it } from "vitest";
import { type OrderStatus, possible, progressOf } from "./status";

const can = (status: OrderStatus, failedCount = 0) =>
  Object.entries(possible({ status, failedCount }))
    .filter(([, allowed]) => allowed)
    .map(([name]) => name);

describe("possible", () => {
  it.each([
    ["PENDING", ["pause", "cancel", "prioritise"]],
    ["PAUSED", ["resume", "cancel", "prioritise"]],
    ["FULFILLED", ["remove"]],
    ["CANCELLED", ["retry", "remove"]],
  ] as const)("with %s: %j", (status, actions) => expect(can(status)).toEqual([...actions]));
  it("retries what failed while the rest goes on", () => {
    expect(can("PROCESSING", 1)).toContain("retry");
    expect(can("PARTIALLY_FULFILLED", 1)).toEqual(["retry", "remove"]);
  });
});

describe("progressOf", () => {
  const of = (expandedCount: number, completedCount: number, failedCount: number) =>
    progressOf({ expandedCount, completedCount, failedCount });
  it("is whole only when everything is over", () => {
    expect(of(1000, 998, 1)).toBe(99);
    expect(of(1000, 999, 1)).toBe(100);
  });
  it("bears an order without items", () => expect(of(0, 0, 0)).toBe(0));
});
