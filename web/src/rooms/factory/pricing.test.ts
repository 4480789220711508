import { expect, it } from "vitest";
import { priceOf } from "./pricing";

it("says what a picture costs where that is known", () => {
  const pricing = { per_image_micros: 3000, currency: "EUR", as_of: "2026-11-01" };
  expect(priceOf(pricing, false)).toBe("€0.003 an image");
  expect(priceOf({ per_second_micros: 1 }, false)).toBe("");
  expect([priceOf(null, false), priceOf(null, true)]).toEqual(["", "free"]);
});
