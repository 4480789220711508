import { describe, expect, it } from "vitest";
import { keyFor, linesOf, readWildcard, refuseWildcard } from "./wildcards";

describe("keyFor", () => {
  it.each([
    ["colors.txt", "colors"],
    ["folder/art movements.txt", "art_movements"],
    ["01-birds.v2.txt", "birds_v2"],
    ["Épées.txt", "Épées"],
    ["123.txt", ""],
  ])("of %s is %j", (name, key) => expect(keyFor(name)).toBe(key));
  it("is no longer than a lookup's name may be", () => {
    expect(keyFor(`${"a".repeat(200)}.txt`)).toHaveLength(100);
  });
});

it("takes each line once and leaves blank ones out", () => {
  expect(linesOf(" red \r\n\nblue\nred\r")).toEqual(["red", "blue"]);
});

describe("readWildcard", () => {
  it("leaves remarks and the mark at the start out", () => {
    expect(readWildcard("c.txt", "\uFEFFred\n# a remark\nblue # dusk\n")).toEqual({
      fileName: "c.txt",
      key: "c",
      values: ["red", "blue # dusk"],
    });
  });
});

it("refuses what can't be a lookup", () => {
  const file = { fileName: "a.txt", key: "a", values: ["x"] };
  expect(refuseWildcard(file)).toBeNull();
  expect(refuseWildcard({ ...file, key: "" })).toMatch(/no letter/);
  expect(refuseWildcard({ ...file, values: [] })).toMatch(/no values/);
  expect(refuseWildcard({ ...file, values: new Array(10_001).fill("x") })).toMatch(/10,001/);
});
