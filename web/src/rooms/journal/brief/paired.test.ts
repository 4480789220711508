import { describe, expect, it } from "vitest";
import type { DiffLine } from "./data";
import { paired } from "./paired";

const line = (section: string, kind: DiffLine["kind"], text: string): DiffLine => ({
  section,
  kind,
  text,
});

describe("paired", () => {
  it("puts what replaces something beside it", () => {
    const [section] = paired([
      line("requirements", "SAME", "a"),
      line("requirements", "REMOVED", "b"),
      line("requirements", "REMOVED", "c"),
      line("requirements", "ADDED", "d"),
      line("requirements", "ADDED", "e"),
      line("requirements", "ADDED", "f"),
    ]);
    expect(section?.rows.map(({ old, now }) => [old, now])).toEqual([
      ["a", "a"],
      ["b", "d"],
      ["c", "e"],
      [null, "f"],
    ]);
  });
  it("doesn't pair across sections", () => {
    const sections = paired([line("requirements", "REMOVED", "a"), line("notes", "ADDED", "b")]);
    expect(sections.map(({ rows }) => rows.map(({ old, now }) => [old, now]))).toEqual([
      [["a", null]],
      [[null, "b"]],
    ]);
  });
});
