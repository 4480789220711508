import { describe, expect, it } from "vitest";
import { highest, moved, scrollFor, spaceOf } from "./scroll-space";

const [height, view] = [41_000_000, 900];

describe("a layout that browsers can scroll", () => {
  it("is the page itself", () => {
    expect(spaceOf(5000)).toBe(5000);
    expect(moved({ top: 0, scroll: 0 }, 1234, 5000, view)).toEqual({ top: 1234, scroll: 1234 });
    expect(scrollFor(9999, 5000, view)).toBe(4100);
  });
});

describe("a layout that is too high", () => {
  it("has a page of the highest height", () => expect(spaceOf(height)).toBe(highest));
  it("moves as far as the page for somebody who scrolls", () => {
    const before = { top: 10_000_000, scroll: 2_000_000 };
    expect(moved(before, 2_000_100, height, view).top).toBe(10_000_100);
  });
  it("moves in proportion when the scrollbar is dragged", () => {
    const half = (highest - view) / 2;
    const { top } = moved({ top: 0, scroll: 0 }, half, height, view);
    expect(top).toBeCloseTo((height - view) / 2, 0);
  });
  it("reaches both ends", () => {
    const near = { top: 500, scroll: 100 };
    expect(moved(near, 0, height, view).top).toBe(0);
    expect(moved(near, highest - view, height, view).top).toBe(height - view);
  });
  it("is scrolled to where a drag would show the same", () => {
    for (const top of [0, 1_000_000, 20_000_000, height - view]) {
      const scroll = scrollFor(top, height, view);
      const shown = moved({ top: 0, scroll: -1e9 }, scroll, height, view).top;
      expect(Math.abs(shown - top)).toBeLessThan(12);
    }
  });
});
