import { describe, expect, it } from "vitest";
import { backoffMs } from "./backoff";

describe("backoffMs", () => {
  it("doubles, up to half a minute", () => {
    expect([0, 1, 2, 3, 4, 5, 60].map((attempt) => backoffMs(attempt, 1))).toEqual([
      1000, 2000, 4000, 8000, 16000, 30000, 30000,
    ]);
  });
  it("spreads over the second half of the wait", () => {
    expect(backoffMs(0, 0)).toBe(500);
    expect(backoffMs(0, 0.5)).toBe(750);
  });
});
