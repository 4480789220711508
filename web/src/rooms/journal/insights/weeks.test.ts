import { describe, expect, it } from "vitest";
import { ceilingHours, withoutGaps } from "./weeks";

describe("withoutGaps", () => {
  const weeks = [
    { week: "2026-11-02", minutes: 60 },
    { week: "2026-11-16", minutes: 30 },
  ];
  it("shows the week in which nothing was done", () => {
    expect(withoutGaps(weeks, 20)).toEqual([
      weeks[0],
      { week: "2026-11-09", minutes: 0 },
      weeks[1],
    ]);
  });
  it("keeps the last ones", () => {
    expect(withoutGaps(weeks, 2).map(({ week }) => week)).toEqual(["2026-11-09", "2026-11-16"]);
  });
  it("is none for none", () => expect(withoutGaps([], 20)).toEqual([]));
});

describe("ceilingHours", () => {
  it.each([
    [0, 1],
    [60, 1],
    [61, 2],
    [1100, 20],
    [1300, 50],
  ])("covers %i minutes with %i hours", (minutes, hours) =>
    expect(ceilingHours(minutes)).toBe(hours),
  );
});
