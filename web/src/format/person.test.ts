import { describe, expect, it } from "vitest";
import { initials, pigmentOf } from "./person";

describe("initials", () => {
  it.each([
    ["Ines Duarte", "ID"],
    ["ada", "A"],
    ["Maria del Carmen Ruiz", "MR"],
    ["  ", "?"],
    ["🎨 Studio", "🎨S"],
  ])("of %s are %s", (name, letters) => expect(initials(name)).toBe(letters));
});

describe("pigmentOf", () => {
  it("is stable and ignores case", () => {
    expect(pigmentOf("Painting")).toBe(pigmentOf("painting"));
  });
  it("spreads the usual types over several pigments", () => {
    const types = ["painting", "series", "dataset", "agent", "mural", "print", "commission"];
    expect(new Set(types.map(pigmentOf)).size).toBeGreaterThan(3);
  });
});
