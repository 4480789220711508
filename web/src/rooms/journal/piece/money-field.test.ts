import { describe, expect, it } from "vitest";
import { parseMoney } from "./money-field";

describe("parseMoney", () => {
  it("takes a decimal comma", () => {
    expect(parseMoney({ amount: "1 200,50", currency: "EUR" })).toEqual({
      amount: "1200.50",
      currency: "EUR",
    });
  });
  it("is none without an amount", () => {
    expect(parseMoney({ amount: " ", currency: "EUR" })).toBeNull();
  });
  it.each([
    ["much", "EUR"],
    ["-3", "EUR"],
    ["12", "euro"],
    ["1.23456", "EUR"],
  ])("refuses %s %s", (amount, currency) => {
    expect(parseMoney({ amount, currency })).toBeUndefined();
  });
});
