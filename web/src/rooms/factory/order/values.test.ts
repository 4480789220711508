import { describe, expect, it } from "vitest";
import type { ParameterField } from "./fields";
import { chosenOf, listOf, refuse, sent, stepped, typed } from "./values";

const field = (given: Partial<ParameterField>): ParameterField => ({
  name: "steps",
  label: "Steps",
  kind: "integer",
  min: 1,
  max: 50,
  usual: "28",
  options: [],
  required: false,
  advanced: false,
  unit: "",
  hint: "",
  ...given,
});

describe("refuse", () => {
  it.each(["", "8", "8,10,20", "10..30..5", "30..10", "8 | 10, 12"])("takes %j", (text) => {
    expect(refuse(field({}), text)).toBeNull();
  });
  it.each([
    ["8,,9", "A value is missing."],
    ["many", "“many” isn’t a number."],
    ["8.5", "8.5 isn’t a whole number."],
    ["0", "The least is 1."],
    ["10..60", "The most is 50."],
    ["10..20..0", "A step can’t be 0."],
  ])("says of %j: %s", (text, said) => expect(refuse(field({}), text)).toBe(said));
  it("asks for what the model can't do without", () => {
    expect(refuse(field({ required: true, usual: "" }), " ")).toBe("The model needs a value.");
    expect(refuse(field({ required: true }), " ")).toBeNull();
  });
  it("lets a step be smaller than the range", () => {
    expect(refuse(field({ kind: "number", min: 1, max: 2 }), "1..2..0.25")).toBeNull();
  });
});

describe("sent", () => {
  it("sends a number as one, and lists as text", () => {
    expect(sent(field({}), " 8 ")).toBe(8);
    expect(sent(field({}), "8,10")).toBe("8,10");
    expect(sent(field({}), "")).toBeUndefined();
  });
  it("keeps a seed exactly", () => {
    expect(sent(field({ max: null }), "18446744073709551615")).toBe("18446744073709551615");
  });
  it("knows yes and no, and both", () => {
    expect(sent(field({ kind: "boolean" }), "false")).toBe(false);
    expect(sent(field({ kind: "boolean" }), "true,false")).toBe("true,false");
  });
});

it("lists options that hold the signs of a list", () => {
  const options = ["1:1", "a,b", "c|d", "e\\f"];
  expect(chosenOf(listOf(options))).toEqual(options);
  expect(chosenOf("")).toEqual([]);
});

it("types what was stored", () => {
  expect([typed(8), typed(false), typed("8,10"), typed(null), typed({})]).toEqual([
    "8",
    "false",
    "8,10",
    "",
    "",
  ]);
});

describe("stepped", () => {
  it("stays in the range", () => {
    expect(stepped(field({}), "50", 1)).toBe("50");
    expect(stepped(field({}), "", -1)).toBe("27");
  });
  it("goes by the last decimal", () => {
    expect(stepped(field({ kind: "number", max: 20 }), "3.5", 1)).toBe("3.6");
    expect(stepped(field({ kind: "number", max: 20 }), "0.3", -1)).toBe("1");
  });
  it("leaves a list alone", () => expect(stepped(field({}), "8,10", 1)).toBeNull());
});
