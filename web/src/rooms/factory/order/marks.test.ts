import { describe, expect, it } from "vitest";
import { segmentsOf, unitsOf } from "./marks";

const shown = (text: string, errors: [number, number][], warnings: [number, number][] = []) =>
  segmentsOf(
    text,
    errors.map(([start, end]) => ({ start, end })),
    warnings.map(([start, end]) => ({ start, end })),
  ).map(({ text: part, look }) => (look === null ? part : `${look}:${part}`));

describe("segmentsOf", () => {
  it("cuts around what is marked", () => {
    expect(shown("a [bad] dog", [[2, 7]])).toEqual(["a ", "error:[bad]", " dog"]);
  });
  it("counts characters: an emoji is one", () => {
    const segments = segmentsOf("🦊 [x", [{ start: 2, end: 4 }], []);
    expect(segments.map(({ text }) => text)).toEqual(["🦊 ", "[x"]);
    expect(segments[1]?.start).toBe(3);
  });
  it("shows the error where a remark is too", () => {
    expect(shown("abcd", [[1, 2]], [[0, 3]])).toEqual(["warning:a", "error:b", "warning:c", "d"]);
  });
  it("marks something where a position has no width", () => {
    expect(shown("abc", [[3, 3]])).toEqual(["ab", "error:c"]);
    expect(shown("abc", [[0, 0]])).toEqual(["error:a", "bc"]);
  });
  it("marks nothing for what concerns the whole", () => {
    expect(segmentsOf("ab", [{ start: null, end: null }], [])).toHaveLength(1);
  });
  it("bears positions of a text that has changed since", () => {
    expect(shown("ab", [[1, 9]])).toEqual(["a", "error:b"]);
    expect(shown("", [[0, 4]])).toEqual([]);
  });
});

it("turns characters into units", () => {
  expect([unitsOf("🦊a", 0), unitsOf("🦊a", 1), unitsOf("🦊a", 9)]).toEqual([0, 2, 3]);
});
