import { describe, expect, it } from "vitest";
import { beforeOf, droppedOn, placed } from "./placed";

const ids = ["a", "b", "c", "d"];
const things = ids.map((id) => ({ id }));
const order = (id: string, before: string | null) =>
  placed(things, id, before)
    .map((thing) => thing.id)
    .join("");

describe("placed", () => {
  it("puts one before another, or last", () => {
    expect(order("d", "b")).toBe("adbc");
    expect(order("a", "d")).toBe("bcad");
    expect(order("a", null)).toBe("bcda");
  });
  it("changes nothing for what isn’t there", () => {
    expect([order("x", "a"), order("a", "x"), order("b", "b")]).toEqual(["abcd", "abcd", "abcd"]);
  });
});

describe("droppedOn", () => {
  it("takes the place of what it is dropped on", () => {
    for (const [id, over, want] of [
      ["a", "c", "bcad"],
      ["d", "b", "adbc"],
      ["a", "d", "bcda"],
      ["b", "c", "acbd"],
    ] as const) {
      const before = droppedOn(ids, id, over);
      expect(before === undefined ? "" : order(id, before)).toBe(want);
    }
  });
  it("stays where it is when it is dropped on itself, or beside everything", () => {
    expect(droppedOn(ids, "a", "a")).toBeUndefined();
    expect(droppedOn(ids, "a", null)).toBeUndefined();
  });
});

describe("beforeOf", () => {
  it("moves by one place", () => {
    for (const [id, to, want] of [
      ["c", "back", "acbd"],
      ["b", "on", "acbd"],
      ["c", "on", "abdc"],
      ["d", "front", "dabc"],
    ] as const) {
      const before = beforeOf(ids, id, to);
      expect(before === undefined ? "" : order(id, before)).toBe(want);
    }
  });
  it("stops at the ends", () => {
    expect(beforeOf(ids, "a", "back")).toBeUndefined();
    expect(beforeOf(ids, "a", "front")).toBeUndefined();
    expect(beforeOf(ids, "d", "on")).toBeUndefined();
    expect(beforeOf(ids, "x", "on")).toBeUndefined();
  });
});
