import { describe, expect, it } from "vitest";
import { inParts, said, takenBack } from "./bulk";

const many = Array.from({ length: 2500 }, (_, index) => `prod_${index}`);

describe("inParts", () => {
  it("makes parts that the server takes, and loses none", () => {
    const parts = inParts(many);
    expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    expect(parts.flat()).toEqual(many);
    expect(inParts([])).toEqual([]);
  });
});

describe("takenBack", () => {
  it("takes the last change back first, in parts", () => {
    const back = takenBack([
      { ids: ["a"], change: { rating: 3 } },
      { ids: many, change: { rating: null } },
    ]);
    expect(back.map(({ ids, change }) => [ids.length, change])).toEqual([
      [1000, { rating: null }],
      [1000, { rating: null }],
      [500, { rating: null }],
      [1, { rating: 3 }],
    ]);
  });
  it("sends nothing that isn’t a change", () => {
    expect(takenBack([{ ids: ["a"], change: { purge: true } }])).toEqual([]);
    expect(takenBack([{ ids: ["a"], change: null }])).toEqual([]);
  });
});

describe("said", () => {
  it("says what was done to how many", () => {
    expect(said({ liked: true }, 1)).toBe("1 product liked");
    expect(said({ rating: 3 }, 12)).toBe("12 products rated 3 stars");
    expect(said({ addTag: "sky" }, 2)).toBe("2 products tagged “sky”");
    expect(said({ addToCollection: "coll_1" }, 2, "Best")).toBe("2 products added to “Best”");
    expect(said({ delete: true }, 1234)).toBe("1,234 products put into the bin");
  });
});
