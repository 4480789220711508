import { describe, expect, it } from "vitest";
import { namesFor, resolve } from "./resolve";

const lookup = (key: string, values: string[], projectId: string | null = null) => ({
  key,
  values,
  projectId,
});
const names = namesFor(
  [
    lookup("color", ["white", "black", "reds"]),
    lookup("reds", ["pink", "maroon", "white"]),
    lookup("a", ["b", "x"]),
    lookup("b", ["a", "y"]),
  ],
  null,
);
const values = (key: string, most = 100) => resolve(names.get(key)?.values ?? [], key, names, most);

describe("namesFor", () => {
  const lookups = [
    lookup("color", ["all"]),
    lookup("color", ["own"], "p"),
    lookup("x", ["1"], "q"),
  ];
  it("takes a project's own before its namesake", () => {
    expect(namesFor(lookups, "p").get("color")?.values).toEqual(["own"]);
    expect([...namesFor(lookups, "p").keys()]).toEqual(["color"]);
  });
  it("knows no project's outside of it", () => {
    expect(namesFor(lookups, null).get("color")?.values).toEqual(["all"]);
  });
});

describe("resolve", () => {
  it("puts the values of a named lookup in its place, each once", () => {
    expect(values("color").values).toEqual([
      { text: "white", through: [] },
      { text: "black", through: [] },
      { text: "pink", through: ["reds"] },
      { text: "maroon", through: ["reds"] },
    ]);
  });
  it("leaves out what leads back to itself", () => {
    expect(values("a")).toEqual({
      values: [
        { text: "y", through: ["b"] },
        { text: "x", through: [] },
      ],
      loops: ["a"],
    });
  });
  it("takes a name with a backslash as it stands", () => {
    expect(resolve(["\\reds"], "new", names, 9).values[0]?.text).toBe("reds");
  });
  it("stops where it was told to", () => expect(values("color", 2).values).toHaveLength(2));
});
