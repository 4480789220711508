import { describe, expect, it } from "vitest";
import { layoutOf, placeOfTile, step, visible } from "./grid-layout";

describe("layoutOf", () => {
  it("fills the width without passing it", () => {
    for (const width of [320, 375, 800, 1440, 2560]) {
      const { columns, edge, gap } = layoutOf(width, 100);
      const used = columns * edge + (columns - 1) * gap;
      expect(used).toBeLessThanOrEqual(width);
      expect(width - used).toBeLessThan(columns);
      expect(edge).toBeLessThanOrEqual(200);
    }
  });
  it("knows the height of ten thousand pictures", () => {
    const layout = layoutOf(1000, 10_000);
    const last = placeOfTile(layout, 9_999);
    expect(layout.height).toBe(last.top + layout.edge);
  });
  it("is nothing without pictures", () => expect(layoutOf(1000, 0).height).toBe(0));
});

describe("visible", () => {
  const layout = layoutOf(1000, 10_000);
  it("draws few squares wherever it is scrolled", () => {
    for (const top of [0, 5000, layout.height - 900]) {
      const { first, end } = visible(layout, 10_000, top, 900);
      expect(end - first).toBeLessThan(60);
      expect(first % layout.columns).toBe(0);
    }
  });
  it("draws none past the last", () => {
    expect(visible(layout, 10_000, layout.height, 900).end).toBe(10_000);
  });
});

describe("step", () => {
  it("walks in all directions and stops at the edges", () => {
    expect(step("ArrowDown", 1, 4, 10)).toBe(5);
    expect(step("ArrowUp", 1, 4, 10)).toBeNull();
    expect(step("ArrowLeft", 0, 4, 10)).toBeNull();
    expect(step("End", 0, 4, 10)).toBe(9);
    expect(step("a", 3, 4, 10)).toBeNull();
  });
});
