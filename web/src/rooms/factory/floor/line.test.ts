import { describe, expect, it } from "vitest";
import { countsOf, inLine, moved, type Placed } from "./line";

/** `a5` is called a and has priority 5; those that come later in the list are younger. */
const orders = (...names: string[]): Placed[] =>
  names.map((name, at) => ({
    id: name.charAt(0),
    priority: Number(name.slice(1)),
    createdAt: `2026-11-21T12:00:${String(at).padStart(2, "0")}Z`,
  }));
const names = (line: readonly Placed[]) => line.map(({ id }) => id).join("");
/** Moves, and says who then has what, in the line that comes of it. */
function outcome(line: Placed[], from: number, to: number) {
  const changes = moved(line, from, to);
  const now = line.map((order) => ({
    ...order,
    priority: changes.find((change) => change.order.id === order.id)?.priority ?? order.priority,
  }));
  return { line: names(inLine(now)), changed: changes.length };
}

it("serves the larger priority first, then the older", () => {
  expect(names(inLine(orders("a0", "b5", "c0", "d5")))).toBe("bdac");
});

describe("moved", () => {
  it("changes one order where there is room", () => {
    const line = orders("a9", "b5", "c1");
    expect(outcome(line, 2, 0)).toEqual({ line: "cab", changed: 1 });
    expect(outcome(line, 2, 1)).toEqual({ line: "acb", changed: 1 });
    expect(outcome(line, 0, 1)).toEqual({ line: "bac", changed: 1 });
    expect(outcome(line, 0, 2)).toEqual({ line: "bca", changed: 1 });
  });
  it("takes a neighbour's priority where age decides rightly", () => {
    expect(moved(inLine(orders("a5", "b9", "c5")), 0, 1)[0]?.priority).toBe(5);
  });
  it("moves those ahead up where there is no room", () => {
    const line = orders("a0", "b0", "c0", "d0");
    expect(outcome(line, 3, 1)).toEqual({ line: "adbc", changed: 2 });
    expect(outcome(line, 3, 0)).toEqual({ line: "dabc", changed: 1 });
    expect(outcome(line, 0, 3).line).toBe("bcda");
    expect(outcome(line, 0, 2).line).toBe("bcad");
  });
  it("gives every move of a longer line the order that was meant", () => {
    const line = inLine(orders("a3", "b3", "c2", "d2", "e2", "f0"));
    for (let from = 0; from < line.length; from += 1) {
      for (let to = 0; to < line.length; to += 1) {
        if (from === to) continue;
        const rest = line.filter((_, index) => index !== from);
        rest.splice(to, 0, ...line.slice(from, from + 1));
        expect(outcome(line, from, to).line).toBe(names(rest));
      }
    }
  });
  it("leaves a line alone that nothing happens to", () => {
    const line = orders("a0", "b0");
    expect([moved(line, 0, 0), moved(line, 0, 2), moved(line, 5, 0)]).toEqual([[], [], []]);
  });
});

it("adds lanes up", () => {
  const lane = { pending: 2, running: 1, failed: 0 };
  expect(countsOf([lane, lane])).toEqual({ pending: 4, running: 2, failed: 0 });
});
