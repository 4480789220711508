import { describe, expect, it } from "vitest";
import { kindOf } from "./kinds";

describe("kindOf", () => {
  it("takes whole numbers from 1 on", () => {
    const { show, read } = kindOf("retention.log_days");
    expect([show(30), read("45"), read("0"), read(""), read("4.5")]).toEqual([
      "30",
      45,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("writes a budget in units, and keeps it in millionths", () => {
    const { show, read } = kindOf("orders.month_budget_micros");
    expect([show(12_500_000), show(null)]).toEqual(["12.5", ""]);
    expect([read("12,50"), read(" "), read("a lot"), read("0")]).toEqual([
      12_500_000,
      null,
      undefined,
      0,
    ]);
  });
  it("writes what it doesn't know as JSON", () => {
    const { label, show, read } = kindOf("thumbnails.sizes");
    expect([label, show({ small: 150 })]).toEqual(["thumbnails.sizes", '{"small":150}']);
    expect([read('{"small":1}'), read("{"), read("null")]).toEqual([{ small: 1 }, undefined, null]);
  });
});
