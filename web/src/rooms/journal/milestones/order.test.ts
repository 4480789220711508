import { describe, expect, it } from "vitest";
import type { Milestone } from "./data";
import { along, inOrder, moved, withRoom } from "./order";

const row = (id: string, due: string | null, position: number) =>
  ({ id, due, position }) as Milestone;

describe("inOrder", () => {
  it("goes by day, then by place, and leaves the undated for last", () => {
    const rows = [
      row("d", null, 0),
      row("b", "2026-12-01", 2),
      row("c", "2026-12-05", 0),
      row("a", "2026-12-01", 1),
    ];
    expect(inOrder(rows).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  });
});

describe("moved", () => {
  const rows = [row("a", null, 0), row("b", null, 1), row("c", null, 2)];
  const order = (from: number, to: number) => {
    const changes = new Map(
      moved(rows, from, to).map(({ milestone, position }) => [milestone.id, position]),
    );
    return inOrder(
      rows.map((known) => ({ ...known, position: changes.get(known.id) ?? known.position })),
    ).map(({ id }) => id);
  };
  it("brings one down", () => expect(order(0, 2)).toEqual(["b", "c", "a"]));
  it("brings one up", () => expect(order(2, 0)).toEqual(["c", "a", "b"]));
  it("writes no more than it must", () => expect(moved(rows, 1, 2)).toHaveLength(2));
  it("doesn't turn time around", () => {
    expect(moved([row("a", "2026-12-01", 0), row("b", "2026-12-02", 1)], 0, 1)).toEqual([]);
  });
  it("spreads out milestones that share a place", () => {
    const tied = [row("a", null, 0), row("b", null, 0), row("c", null, 0)];
    expect(moved(tied, 0, 1).map(({ milestone, position }) => [milestone.id, position])).toEqual([
      ["a", 1],
      ["c", 2],
    ]);
  });
});

describe("along", () => {
  it("puts days in their places", () => {
    const places = along(["2026-12-01", "2026-12-03", "2026-12-05"]);
    expect([...places.values()]).toEqual([0, 0.5, 1]);
  });
  it("has room for a single day", () => expect(along(["2026-12-01"]).get("2026-12-01")).toBe(0));
});

it("names points that don’t crowd each other", () => {
  expect(withRoom([0, 0.1, 0.2, 0.35, 1], 0.17)).toEqual([true, false, true, false, true]);
});
