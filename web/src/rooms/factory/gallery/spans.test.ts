import { describe, expect, it } from "vitest";
import { cut, isTooLong, partsOf, spanOfDay, spansBetween } from "./spans";

const day = spanOfDay("2026-11-21", 10_000);

describe("partsOf", () => {
  it("covers the whole, the latest first, without gaps", () => {
    const parts = partsOf(day);
    expect(parts[0]?.until).toBe(day.until);
    expect(parts.at(-1)?.from).toBe(day.from);
    for (const [index, { from }] of parts.entries()) {
      if (index + 1 < parts.length) expect(parts[index + 1]?.until).toBe(from);
    }
  });
  it("ends at a millisecond", () => {
    expect(partsOf({ ...day, until: day.from + 3 })).toHaveLength(3);
    expect(isTooLong({ ...day, until: day.from + 1 })).toBe(false);
    expect(isTooLong(day)).toBe(true);
  });
});

describe("cut", () => {
  it("leaves out what is empty and keeps the places", () => {
    const spans = cut([day], day, [0, 4000, 0, 6000]);
    expect(spans.map(({ first, count }) => [first, count])).toEqual([
      [0, 4000],
      [4000, 6000],
    ]);
  });
  it("keeps the number of the day when the counts have changed", () => {
    for (const counts of [
      [4000, 5000],
      [9000, 3000],
    ]) {
      const spans = cut([day], day, counts);
      expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
      expect(spans.at(-1)).toMatchObject({ first: 10_000 - (spans.at(-1)?.count ?? 0) });
    }
  });
  it("comes to any product in a few steps", () => {
    let spans = [spanOfDay("2026-11-21", 1_000_000)];
    let steps = 0;
    for (;;) {
      const [span] = spansBetween(spans, 654_321, 654_322);
      if (span === undefined || !isTooLong(span)) break;
      const share = Math.floor(span.count / 8);
      spans = cut(spans, span, [...Array.from({ length: 7 }, () => share), span.count - 7 * share]);
      steps += 1;
    }
    expect(steps).toBeLessThan(6);
    expect(spansBetween(spans, 0, 1_000_000).at(-1)).toMatchObject({ count: expect.any(Number) });
  });
});
