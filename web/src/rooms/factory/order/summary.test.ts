import { describe, expect, it } from "vitest";
import type { Preview } from "./data";
import { needsConsent, summaryOf, tooMany } from "./summary";

const preview = (given: Partial<Preview>) =>
  ({
    count: "12",
    images: "12",
    estimatedCost: 0.04,
    currency: "USD",
    pricedAt: "2026-11-20",
    estimatedSeconds: 130,
    errors: [],
    ...given,
  }) as unknown as Preview;

describe("summaryOf", () => {
  it("says what, how much and how long", () => {
    expect(summaryOf(preview({}))).toEqual({
      things: "12 images",
      cost: "US$0.04, prices of 20 Nov 2026",
      time: "about 2 min",
    });
  });
  it("tells items from images where an item has several", () => {
    expect(summaryOf(preview({ count: "1", images: "4" })).things).toBe("1 item, 4 images");
  });
  it("doesn't take an unknown price for none", () => {
    expect(summaryOf(preview({ estimatedCost: null, estimatedSeconds: null }))).toMatchObject({
      cost: "price unknown",
      time: "",
    });
    expect(summaryOf(preview({ estimatedCost: 0, pricedAt: null })).cost).toBe("free");
  });
});

it("asks once more when it is dear or large", () => {
  expect(needsConsent(preview({ estimatedCost: 1, count: "200" }))).toBe(false);
  expect(needsConsent(preview({ estimatedCost: 1.01 }))).toBe(true);
  expect(needsConsent(preview({ estimatedCost: null, count: "201" }))).toBe(true);
});

it("knows how many were too many", () => {
  const error = { code: "expansion_limit_exceeded", message: "", start: 0, end: 0 };
  expect(tooMany(preview({ count: "5000", errors: [error] as never }))).toBe("5000");
  expect(tooMany(preview({}))).toBeNull();
});
