import { describe, expect, it } from "vitest";
import { estimate, large, money } from "./money";

describe("money", () => {
  it.each([
    [1200, "EUR", "€1,200.00"],
    [0.003, "USD", "US$0.003"],
    [0, "USD", "US$0.00"],
    [12, "credits", "12 credits"],
  ])("%d %s is %s", (amount, currency, said) => expect(money(amount, currency)).toBe(said));
});

it("groups the digits of any whole number", () => {
  expect(large("1000000000000000000000")).toBe("1,000,000,000,000,000,000,000");
  expect(large("many")).toBe("many");
});

it.each([
  [3, "under a minute"],
  [700, "12 min"],
  [7500, "2 h 5 min"],
  [7200, "2 h"],
])("%d seconds are %s", (seconds, said) => expect(estimate(seconds)).toBe(said));
