import { describe, expect, it } from "vitest";
import { withQuery } from "@/routing/use-query";
import {
  askedOf,
  type Filters,
  filtersOf,
  isCutShort,
  mostCounted,
  numberOf,
  pairOf,
  queryOf,
  within,
} from "./filters";

const full: Filters = {
  search: "blue & red",
  provider: "studio",
  model: "painter-2",
  liked: true,
  rating: 4,
  tags: ["sky", "sea"],
  project: "proj_1",
  order: "ord_1",
  collection: "coll_1",
  since: "2026-11-01",
  until: "2026-11-21",
  type: "VIDEO",
  parameters: [
    ["steps", "20"],
    ["sampler", "a, b = c"],
  ],
};

describe("filters in the address", () => {
  it("come back as they went", () => {
    const query = withQuery(new URLSearchParams("view=prod_1"), queryOf(full));
    expect(filtersOf(new URLSearchParams(query.toString()))).toEqual(full);
    expect(query.get("view")).toBe("prod_1");
  });
  it("leave no trace when they are taken off", () => {
    const query = withQuery(new URLSearchParams(), queryOf(full));
    const none = filtersOf(new URLSearchParams());
    expect(withQuery(query, queryOf(none)).toString()).toBe("");
    expect(numberOf(none)).toBe(0);
  });
  it("are changed one at a time", () => {
    expect(queryOf({ liked: false })).toEqual({ liked: null });
    expect(queryOf({ rating: 3 })).toEqual({ rating: "3" });
  });
  it("ignore nonsense", () => {
    const query = new URLSearchParams("rating=9&since=yesterday&until=2026-99-99&type=x&tags=,,");
    expect(filtersOf(query)).toEqual(filtersOf(new URLSearchParams()));
  });
});

describe("askedOf", () => {
  it("asks for nothing that isn’t said", () => {
    expect(askedOf(filtersOf(new URLSearchParams()))).toEqual({ inBin: false });
  });
  it("takes the last day whole, and numbers as numbers", () => {
    expect(askedOf(full)).toMatchObject({
      createdAfter: "2026-11-01T00:00:00.000Z",
      createdBefore: "2026-11-22T00:00:00.000Z",
      parameters: { steps: 20, sampler: "a, b = c" },
      minRating: 4,
    });
  });
  it("keeps what only looks like a number", () => {
    const parameters = [
      ["cfg", "7.0"],
      ["seed", "18446744073709551615"],
      ["code", "007"],
      ["hires", "true"],
    ] as const;
    expect(askedOf({ ...full, parameters }).parameters).toEqual({
      cfg: 7,
      seed: "18446744073709551615",
      code: "007",
      hires: true,
    });
  });
  it("counts filters", () => expect(numberOf(full)).toBe(14));
});

describe("pairOf", () => {
  it("reads a name and a value", () => {
    expect(pairOf("steps = 20")).toEqual(["steps", "20"]);
    expect(pairOf("a=b=c")).toEqual(["a", "b=c"]);
  });
  it.each(["steps", "=20", "steps=", "a b=1", ""])("takes no %j", (text) =>
    expect(pairOf(text)).toBeNull(),
  );
});

describe("within", () => {
  it("never widens what was asked for", () => {
    const asked = askedOf({ ...full, until: null });
    const day = Date.parse("2026-10-31T12:00:00Z");
    expect(within(asked, day, day + 86_400_000)).toMatchObject({
      createdAfter: "2026-11-01T00:00:00.000Z",
      createdBefore: "2026-11-01T12:00:00.000Z",
    });
  });
});

describe("isCutShort", () => {
  it("tells of words and parameters that are on more than is counted", () => {
    expect(isCutShort({ search: "red", inBin: false }, mostCounted)).toBe(true);
    expect(isCutShort({ parameters: { steps: 20 }, inBin: false }, mostCounted)).toBe(true);
    expect(isCutShort({ search: "red", inBin: false }, mostCounted - 1)).toBe(false);
    expect(isCutShort({ liked: true, inBin: false }, 2 * mostCounted)).toBe(false);
  });
});
