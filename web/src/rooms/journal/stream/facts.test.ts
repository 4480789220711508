import { describe, expect, it } from "vitest";
import type { Entry } from "./data";
import { byDay, type Fact, repairs, segments } from "./facts";

const text = "An hour on the harbor, glazing with ultramarine";

function fact(key: string, ...spans: [number, number][]): Fact {
  return {
    key,
    kind: "material",
    confidence: 0.9,
    byPerson: false,
    heardAt: null,
    spans: spans.map(([start, end]) => ({
      start,
      end,
      text: text.slice(start, end),
      startMs: null,
      endMs: null,
    })),
  };
}

describe("segments", () => {
  it("give back the whole note", () => {
    const parts = segments(text, [fact("a", [0, 7]), fact("b", [15, 21], [36, 47])]);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter(({ facts }) => facts.includes("b")).map((part) => part.text)).toEqual([
      "harbor",
      "ultramarine",
    ]);
  });
  it("know words that belong to two facts", () => {
    const parts = segments(text, [fact("a", [23, 47]), fact("b", [36, 47])]);
    expect(parts.find((part) => part.text === "ultramarine")?.facts).toEqual(["a", "b"]);
  });
  it("cut a span that reaches past the note", () => {
    expect(segments("short", [fact("a", [-3, 99])])).toEqual([
      { text: "short", start: 0, facts: ["a"] },
    ]);
  });
  it("are none for an empty note", () => expect(segments("", [fact("a", [0, 3])])).toEqual([]));
});

describe("repairs", () => {
  const edit = { from: "sea enna", to: "sienna", start: 6, end: 14, reason: "vocabulary" };
  it("strike the old and put in the new", () => {
    expect(repairs("burnt sea enna today", [edit]).map(({ kind, text }) => [kind, text])).toEqual([
      ["same", "burnt "],
      ["taken out", "sea enna"],
      ["put in", "sienna"],
      ["same", " today"],
    ]);
  });
  it("leave out one that overlaps another", () => {
    const parts = repairs("burnt sea enna today", [edit, { ...edit, start: 10, end: 16 }]);
    expect(parts.filter(({ kind }) => kind === "put in")).toHaveLength(1);
  });
});

describe("byDay", () => {
  const entry = (logId: string, day: string, minutes: number, status = "CONFIRMED") =>
    ({ logId, day, timeSpentMinutes: minutes, attributionStatus: status }) as Entry;
  it("gathers days, newest first, and counts confirmed minutes only", () => {
    const days = byDay([
      entry("a", "2026-11-20", 30),
      entry("b", "2026-11-21", 60),
      entry("c", "2026-11-20", 15, "REJECTED"),
    ]);
    expect(days.map(({ day, minutes }) => [day, minutes])).toEqual([
      ["2026-11-21", 60],
      ["2026-11-20", 30],
    ]);
    expect(days[1]?.entries.map(({ logId }) => logId)).toEqual(["a", "c"]);
  });
});
