import { describe, expect, it } from "vitest";
import { asSettings, parseJson, parseValue, showValue, withoutSetting } from "./settings";

describe("a value", () => {
  it.each([
    ["oil on linen", "oil on linen"],
    ["12", 12],
    ["-0.5", -0.5],
    ["true", true],
    ["null", null],
    ['["a", 1]', ["a", 1]],
    ["12 cm", "12 cm"],
    ["{broken", "{broken"],
    ["truest", "truest"],
  ])("typed as %s is %j", (text, value) => expect(parseValue(text)).toEqual(value));

  it.each(["plain", "12", "true", "{x", 12, false, null, { a: [1] }, '"quoted"', ""])(
    "%j survives being shown and typed again",
    (value) => expect(parseValue(showValue(value))).toEqual(value),
  );
});

describe("parseJson", () => {
  it("takes an object and nothing else", () => {
    expect(parseJson('{"a":1}')).toEqual({ settings: { a: 1 } });
    expect(parseJson("  ")).toEqual({ settings: {} });
    expect(parseJson("[1]")).toHaveProperty("refusal");
    expect(parseJson("{a}")).toHaveProperty("refusal");
  });
});

describe("settings", () => {
  it("are an object whatever is stored", () => {
    expect(asSettings(null)).toEqual({});
    expect(asSettings([1])).toEqual({});
  });
  it("lose a key without being changed themselves", () => {
    const settings = { a: 1, b: 2 };
    expect(withoutSetting(settings, "a")).toEqual({ b: 2 });
    expect(settings).toEqual({ a: 1, b: 2 });
  });
});
