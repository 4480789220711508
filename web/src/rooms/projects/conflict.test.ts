import { describe, expect, it } from "vitest";
import { overlap, same, settle } from "./conflict";

const base = { name: "Harbor", description: "Oil", type: "painting", settings: { size: "A2" } };

describe("overlap", () => {
  it("is empty when they changed another field", () => {
    expect(overlap(base, { name: "Harbour" }, { ...base, description: "Tempera" })).toEqual([]);
  });
  it("is empty when they made the same change", () => {
    expect(overlap(base, { name: "Harbour" }, { ...base, name: "Harbour" })).toEqual([]);
  });
  it("names the fields that both changed", () => {
    const theirs = { ...base, name: "Port", settings: { size: "A3" } };
    const mine = { name: "Harbour", settings: { size: "A1" }, type: "series" };
    expect(overlap(base, mine, theirs)).toEqual(["name", "settings"]);
  });
  it("sees a cleared text as a change", () => {
    expect(overlap(base, { description: "" }, { ...base, description: "Ink" })).toEqual([
      "description",
    ]);
  });
});

describe("settle", () => {
  const theirs = { ...base, name: "Port", description: "Ink" };
  const mine = { name: "Harbour", description: "Chalk" };
  it("keeps mine where nothing was chosen", () => {
    expect(settle(mine, theirs, {})).toEqual(mine);
  });
  it("follows the choice for each field", () => {
    expect(settle(mine, theirs, { name: "theirs", description: "mine" })).toEqual({
      description: "Chalk",
    });
  });
  it("has nothing to save when all is theirs or equal", () => {
    expect(settle({ name: "Port" }, theirs, { name: "mine" })).toEqual({});
    expect(settle(mine, theirs, { name: "theirs", description: "theirs" })).toEqual({});
  });
});

describe("same", () => {
  it("doesn't mind the order of keys, but that of lists", () => {
    expect(same({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
  });
});
