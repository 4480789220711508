import { describe, expect, it } from "vitest";
import { clickMeans, extended, nothing, toggled, withDay, without } from "./selection";

const ids = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort().join("");
const plain = { shiftKey: false, ctrlKey: false, metaKey: false };

describe("a selection", () => {
  it("toggles one, from which a range then begins", () => {
    const one = toggled(nothing, "b");
    expect(one.from).toBe("b");
    expect(ids(toggled(one, "b"))).toBe("");
    expect(ids(extended(one, ["b", "c", "d"]))).toBe("bcd");
    expect(extended(one, ["c"]).from).toBe("b");
  });
  it("takes a day, and lets it go when it has all of it", () => {
    const some = toggled(nothing, "a");
    const all = withDay(some, ["a", "b"]);
    expect(ids(all)).toBe("ab");
    expect(ids(withDay(all, ["a", "b"]))).toBe("");
  });
  it("lets go of what is gone", () => {
    const left = without(extended(toggled(nothing, "a"), ["b"]), new Set(["a"]));
    expect([ids(left), left.from]).toEqual(["b", null]);
  });
});

describe("clickMeans", () => {
  it("opens, unless something is selected or a key is held", () => {
    expect(clickMeans(plain, nothing)).toBe("open");
    expect(clickMeans(plain, toggled(nothing, "a"))).toBe("toggle");
    expect(clickMeans({ ...plain, ctrlKey: true }, nothing)).toBe("toggle");
  });
  it("draws a range with Shift once it has a beginning", () => {
    const shift = { ...plain, shiftKey: true };
    expect(clickMeans(shift, nothing)).toBe("toggle");
    expect(clickMeans(shift, toggled(nothing, "a"))).toBe("range");
  });
});
