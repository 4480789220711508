import { describe, expect, it } from "vitest";
import { layoutOf, ratioOf, step, visible } from "./wall-layout";

const mixed = Array.from({ length: 120 }, (_, index) => [0.7, 1.5, 1, 1.78, 0.66][index % 5] ?? 1);

describe("layoutOf", () => {
  it("fills each row but the last from edge to edge, without passing it", () => {
    for (const width of [320, 366, 800, 1440, 2560]) {
      const { rows, places } = layoutOf(width, mixed, mixed.length);
      for (const { first, end } of rows.slice(0, -1)) {
        const last = places[end - 1];
        const used = (last?.left ?? 0) + (last?.width ?? 0);
        expect(used).toBe(width);
        expect(end).toBeGreaterThan(first);
      }
    }
  });
  it("shows pictures as they are", () => {
    const { places } = layoutOf(1000, mixed, mixed.length);
    for (const [index, { width, height }] of places.entries()) {
      expect(Math.abs(width / height - (mixed[index] ?? 0))).toBeLessThan(0.06);
    }
  });
  it("keeps rows near one height", () => {
    for (const { height } of layoutOf(1440, mixed, mixed.length).rows) {
      expect(height).toBeGreaterThan(140);
      expect(height).toBeLessThan(290);
    }
  });
  it("moves nothing that was read when more comes", () => {
    const [before, after] = [layoutOf(1000, mixed.slice(0, 60), 120), layoutOf(1000, mixed, 120)];
    const settled = before.rows.findLast(({ end }) => end <= 60)?.first ?? 0;
    expect(after.places.slice(0, settled)).toEqual(before.places.slice(0, settled));
  });
  it("knows the height of ten thousand pictures", () => {
    const { places, height } = layoutOf(1000, [], 10_000);
    const last = places.at(-1);
    expect(places).toHaveLength(10_000);
    expect(height).toBe((last?.top ?? 0) + (last?.height ?? 0));
  });
  it("is nothing without pictures or without a width", () => {
    expect(layoutOf(1000, [], 0).height).toBe(0);
    expect(layoutOf(0, [1], 1).places).toEqual([]);
  });
  it("doesn’t blow up one small row", () => {
    expect(layoutOf(1440, [1], 1).places[0]).toMatchObject({ width: 208, height: 208 });
  });
});

describe("ratioOf", () => {
  it("crops threads and takes a square for what has no measures", () => {
    expect(ratioOf(300, 200)).toBe(1.5);
    expect(ratioOf(10_000, 10)).toBe(3.2);
    expect(ratioOf(null, 200)).toBe(1);
  });
});

describe("visible", () => {
  const layout = layoutOf(1000, [], 10_000);
  it("draws few pictures wherever it is scrolled", () => {
    for (const top of [0, 5000, layout.height - 900]) {
      const { first, end } = visible(layout, top, 900);
      expect(end - first).toBeLessThan(60);
      expect(layout.places[first]?.top).toBeLessThanOrEqual(top);
      expect(layout.places[end - 1]?.top).toBeGreaterThan(Math.min(top + 600, layout.height - 300));
    }
  });
  it("draws none past the last", () => {
    expect(visible(layout, layout.height, 900).end).toBe(10_000);
    expect(visible(layoutOf(1000, [], 0), 0, 900)).toEqual({ first: 0, end: 0 });
  });
});

describe("step", () => {
  const layout = layoutOf(1000, mixed, mixed.length);
  it("goes to the picture that hangs below, and back", () => {
    const [above, below] = layout.rows;
    const down = step("ArrowDown", 0, layout);
    expect(down).toBe(below?.first);
    expect(step("ArrowUp", down ?? 0, layout)).toBe(above?.first);
  });
  it("stops at the edges", () => {
    expect(step("ArrowUp", 1, layout)).toBeNull();
    expect(step("ArrowLeft", 0, layout)).toBeNull();
    expect(step("ArrowDown", mixed.length - 1, layout)).toBeNull();
    expect(step("End", 0, layout)).toBe(mixed.length - 1);
    expect(step("a", 3, layout)).toBeNull();
  });
});
