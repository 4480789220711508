import { describe, expect, it } from "vitest";
import { type Arrangement, arrange, axesOf, pivot, rearranged } from "./pivot";

const axes = axesOf([
  { name: "colour", values: ["red", "blue"] },
  { name: "steps", values: [10, 20, 30] },
  { name: "sampler", values: ["a", "b"] },
  { name: "style", values: ["oil"] },
]);
const items =
  axes[0]?.values.flatMap((colour) =>
    (axes[1]?.values ?? []).flatMap((steps) =>
      (axes[2]?.values ?? []).map((sampler) => ({ axes: [colour, steps, sampler, "oil"] })),
    ),
  ) ?? [];
const shown = (arrangement: Arrangement) =>
  pivot(axes, items, arrangement).map(({ cells }) =>
    cells.map((row) => row.map((cell) => cell.map((item) => item.axes.join("-")).join(" "))),
  );

describe("axesOf", () => {
  it("reads what the server keeps, and nothing else", () => {
    expect(axes[1]).toEqual({ name: "steps", values: ["10", "20", "30"] });
    expect(axesOf(null)).toEqual([]);
    expect(axesOf([{ name: 1 }, { values: [] }, 5])).toEqual([]);
  });
});

describe("arrange", () => {
  it("lays the longest axes out and fixes the others", () => {
    expect(arrange(axes)).toEqual({ across: 1, down: 0, apart: [], fixed: { 2: "a", 3: "oil" } });
  });
  it("makes something of one axis, and of none", () => {
    expect(arrange(axes.slice(3))).toMatchObject({ across: 0, down: null });
    expect(arrange([])).toEqual({ across: null, down: null, apart: [], fixed: {} });
  });
});

describe("pivot", () => {
  it("puts each item into its cell", () => {
    expect(shown(arrange(axes))).toEqual([
      [
        ["red-10-a-oil", "red-20-a-oil", "red-30-a-oil"],
        ["blue-10-a-oil", "blue-20-a-oil", "blue-30-a-oil"],
      ],
    ]);
  });
  it("shows another value of what is fixed", () => {
    const before = arrange(axes);
    const [table] = shown({ ...before, fixed: { ...before.fixed, 2: "b" } });
    expect(table?.[1]?.[2]).toBe("blue-30-b-oil");
  });
  it("makes a table of each value of what is apart", () => {
    const apart = rearranged(axes, arrange(axes), 2, "apart");
    expect(apart).toMatchObject({ apart: [2], fixed: { 3: "oil" } });
    expect(pivot(axes, items, apart).map((table) => table.apart)).toEqual([["a"], ["b"]]);
    expect(shown(apart)[1]?.[0]?.[0]).toBe("red-10-b-oil");
  });
  it("shows every item once, however it is arranged", () => {
    let arrangement = arrange(axes);
    for (const [axis, to] of [
      [2, "across"],
      [1, "apart"],
      [3, "down"],
      [0, "apart"],
    ] as const) {
      arrangement = rearranged(axes, arrangement, axis, to);
    }
    expect(shown(arrangement).flat(2).filter(Boolean)).toHaveLength(12);
  });
  it("keeps several items of one cell", () => {
    const [table] = pivot(axes, [...items, ...items], arrange(axes));
    expect(table?.cells[0]?.[0]).toHaveLength(2);
  });
  it("leaves empty what has no item, and takes one that has no value on a fixed axis", () => {
    const [table] = pivot(axes, [{ axes: ["red", "10", "", "oil"] }], arrange(axes));
    expect(table?.cells[0]?.[0]).toHaveLength(1);
    expect(table?.cells[1]?.[2]).toEqual([]);
  });
  it("gives a column to what has no value on the axis across", () => {
    const [table] = pivot(axes, [{ axes: ["red", "", "a", "oil"] }], arrange(axes));
    expect(table?.columns).toEqual(["10", "20", "30", ""]);
    expect(table?.cells[0]?.[3]).toHaveLength(1);
  });
  it("is one cell without axes", () => {
    expect(pivot([], [{ axes: [] }], arrange([]))).toEqual([
      { apart: [], columns: [""], rows: [""], cells: [[[{ axes: [] }]]] },
    ]);
  });
});

describe("rearranged", () => {
  it("swaps two axes", () => {
    expect(rearranged(axes, arrange(axes), 0, "across")).toMatchObject({ across: 0, down: 1 });
  });
  it("gives a place that was free without taking another away", () => {
    const turned = rearranged(axes, arrange(axes), 1, "fixed");
    expect(turned).toMatchObject({ across: null, down: 0, fixed: { 1: "10", 2: "a" } });
  });
  it("fixes the axis whose place is taken by one that was fixed", () => {
    const next = rearranged(axes, arrange(axes), 2, "down");
    expect(next).toMatchObject({ across: 1, down: 2, fixed: { 0: "red" } });
  });
  it("changes nothing when nothing changes", () => {
    const before = arrange(axes);
    expect(rearranged(axes, before, 1, "across")).toBe(before);
  });
});
