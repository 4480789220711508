import { describe, expect, it } from "vitest";
import { called, fuzzyRank, fuzzyScore } from "./fuzzy";

describe("fuzzyScore", () => {
  it("is 1 for an empty query and 0 for what isn't there", () => {
    expect(fuzzyScore("Harbor", "")).toBe(1);
    expect(fuzzyScore("Harbor", "harborx")).toBe(0);
    expect(fuzzyScore("Harbor", "rh")).toBe(0);
  });
  it("is best for the text itself", () => {
    expect(fuzzyScore("Harbor", "harbor")).toBeGreaterThan(fuzzyScore("Harbor at dusk", "harbor"));
  });
  it("doesn't mind case or accents", () => {
    expect(fuzzyScore("Étude in ochre", "etude")).toBeGreaterThan(0.8);
  });
  it("finds initials, above letters strewn about", () => {
    expect(fuzzyScore("Harbor at dusk", "had")).toBeGreaterThan(fuzzyScore("The old shade", "had"));
  });
  it("finds the best way, not the first one", () => {
    // The first h is in "The", the run is in "harbor".
    expect(fuzzyScore("The harbor", "harb")).toBeGreaterThan(0.8);
  });
});

describe("fuzzyRank", () => {
  const rank = (query: string) =>
    fuzzyRank(
      ["New project", "Sign out", "Go to projects", "Go to archived projects"],
      query,
      String,
    );

  it("puts the best first and leaves out the rest", () => {
    expect(rank("newp")).toEqual(["New project"]);
    expect(rank("arch")).toEqual(["Go to archived projects"]);
    expect(rank("zzz")).toEqual([]);
  });
  it("keeps the order when nothing was typed", () => {
    expect(rank("")).toHaveLength(4);
    expect(rank("")[0]).toBe("New project");
  });
});

describe("called", () => {
  const pages = [["Field library", "Settings"], ["Floor", "Production floor"], ["Flo"], ["Orders"]];
  const of = (query: string) => called(pages, query, (names) => names).map(([name]) => name);
  it("finds a whole name before one that begins so", () => {
    expect(of("flo")).toEqual(["Flo", "Floor"]);
    expect(of("floor")).toEqual(["Floor"]);
  });
  it("minds neither case nor accents nor which of the names it is", () => {
    expect(of("  PRODUCTION F")).toEqual(["Floor"]);
    expect(of("órders ")).toEqual(["Orders"]);
  });
  it("finds nothing in the middle of a name, and nothing for a letter", () => {
    expect([of("rders"), of("o"), of("")]).toEqual([[], [], []]);
  });
});
