import { describe, expect, it } from "vitest";
import { mergeLists, rebase, same } from "./merge";

describe("rebase", () => {
  const base = { title: "Harbor", medium: "oil", client: null as string | null };
  it("keeps an edit of a field that nobody else touched", () => {
    const theirs = { ...base, medium: "wax" };
    expect(rebase(base, { title: "Harbour" }, theirs)).toEqual({
      rest: { title: "Harbour" },
      clashes: [],
    });
  });
  it("drops an edit that somebody else made too", () => {
    expect(rebase(base, { medium: "wax" }, { ...base, medium: "wax" })).toEqual({
      rest: {},
      clashes: [],
    });
  });
  it("asks where both changed one field differently", () => {
    const { rest, clashes } = rebase(
      base,
      { medium: "wax", client: "Ana" },
      { ...base, medium: "ink" },
    );
    expect(rest).toEqual({ client: "Ana" });
    expect(clashes).toEqual([{ field: "medium", mine: "wax", theirs: "ink" }]);
  });
  it("sees a cleared text as a change", () => {
    const edit = { name: "" };
    const theirs = { name: "Port", note: "" };
    expect(rebase({ name: "Harbor", note: "" }, edit, theirs).clashes).toEqual([
      { field: "name", mine: "", theirs: "Port" },
    ]);
  });
});

describe("mergeLists", () => {
  const own = (row: string) => row;
  it("takes both additions and both removals", () => {
    expect(mergeLists(["a", "b", "c"], ["a", "c", "mine"], ["a", "b", "theirs"], own)).toEqual([
      "a",
      "mine",
      "theirs",
    ]);
  });
  it("doesn't double what both added", () => {
    expect(mergeLists(["a"], ["a", "x"], ["a", "x"], own)).toEqual(["a", "x"]);
  });
  it("takes their change of a row that I left alone, and mine of one that I changed", () => {
    const row = (name: string, count: number) => ({ name, count });
    const merged = mergeLists(
      [row("p", 1), row("q", 1)],
      [row("p", 1), row("q", 5)],
      [row("p", 2), row("q", 3)],
      ({ name }) => name,
    );
    expect(merged).toEqual([row("p", 2), row("q", 5)]);
  });
});

describe("same", () => {
  it("doesn't mind the order of keys, but that of a list", () => {
    expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same(undefined, null)).toBe(true);
  });
});
