import { describe, expect, it } from "vitest";
import type { Entry } from "./data";
import { draftOf, patchOf, words } from "./draft";

const entry = {
  rawText: "An hour of glazing",
  projectId: "proj_1",
  timeSpentMinutes: 60,
  day: "2026-11-21",
  techniques: ["glazing"],
  tags: [],
  extracted: { materials: [{ canonical: "ultramarine", use: "USED" }] },
} as unknown as Entry;

describe("patchOf", () => {
  it("is empty when nothing was changed", () => {
    expect(patchOf(entry, draftOf(entry))).toEqual({});
  });
  it("names only what was changed", () => {
    const draft = { ...draftOf(entry), minutes: "75", techniques: "glazing, scumbling" };
    expect(patchOf(entry, draft)).toEqual({
      timeSpentMinutes: 75,
      techniques: ["glazing", "scumbling"],
    });
  });
  it("takes away with null", () => {
    const draft = { ...draftOf(entry), minutes: "", projectId: "" };
    expect(patchOf(entry, draft)).toEqual({ timeSpentMinutes: null, projectId: null });
  });
  it("leaves out a material without a name", () => {
    const draft = draftOf(entry);
    draft.materials = [...draft.materials, { key: "x", term: "  ", use: "TO_BUY" }];
    expect(patchOf(entry, draft)).toEqual({});
    draft.materials = [{ key: "x", term: "cold wax", use: "TO_BUY" }];
    expect(patchOf(entry, draft)).toEqual({ materials: [{ term: "cold wax", use: "TO_BUY" }] });
  });
  it("never empties a note", () => {
    expect(patchOf(entry, { ...draftOf(entry), rawText: " " })).toEqual({});
  });
});

describe("words", () => {
  it("drops what is empty and what comes twice", () => {
    expect(words(" wax, ,oil , wax")).toEqual(["wax", "oil"]);
  });
});
