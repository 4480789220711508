import { describe, expect, it } from "vitest";
import { cut } from "./cut";

describe("cut", () => {
  const found = (text: string, ranges: number[][]) =>
    cut(text, ranges)
      .filter((part) => part.found)
      .map((part) => part.text);
  it("marks what was found and keeps the rest", () => {
    const parts = cut("burnt sienna glaze", [[6, 12]]);
    expect(parts.map(({ text }) => text)).toEqual(["burnt ", "sienna", " glaze"]);
  });
  it("joins what overlaps", () => {
    expect(
      cut("sienna", [
        [0, 4],
        [2, 6],
      ])
        .map(({ text }) => text)
        .join(""),
    ).toBe("sienna");
    expect(
      found("sienna", [
        [0, 4],
        [2, 6],
      ]).join(""),
    ).toBe("sienna");
  });
  it("stays inside the text", () =>
    expect(
      found("wax", [
        [-2, 99],
        [5, 9],
        [2, 1],
      ]),
    ).toEqual(["wax"]));
});
