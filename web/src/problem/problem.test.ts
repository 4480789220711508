import { describe, expect, it } from "vitest";
import { explain, Problem, readFields, sentence } from "./problem";

describe("sentence", () => {
  it("opens with a capital and ends with a stop", () => {
    expect(sentence("name is empty")).toBe("Name is empty.");
  });
  it("leaves a finished sentence alone", () => {
    expect(sentence("Really?")).toBe("Really?");
    expect(sentence("  ")).toBe("");
  });
});

describe("readFields", () => {
  it("drops what isn't a field problem", () => {
    expect(readFields([{ path: "email", code: "invalid", message: "no at sign" }, 3, {}])).toEqual([
      { path: "email", code: "invalid", message: "No at sign." },
    ]);
    expect(readFields("nope")).toEqual([]);
  });
});

describe("Problem", () => {
  it("finds a field by its name, also inside an input object", () => {
    const problem = new Problem({
      code: "invalid_input",
      message: "invalid",
      fields: [{ path: "input.name", code: "too_long", message: "Too long." }],
    });
    expect(problem.field("name")).toBe("Too long.");
    expect(problem.field("type")).toBeUndefined();
  });
  it("explains a known code in our words and any other in the server's", () => {
    expect(explain(new Problem({ code: "last_owner", message: "x" }))).toMatch(
      /at least one owner/,
    );
    expect(explain(new Problem({ code: "odd", message: "something odd" }))).toBe("Something odd.");
  });
});
