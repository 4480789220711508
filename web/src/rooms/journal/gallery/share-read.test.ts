import { expect, it } from "vitest";
import { shareRead } from "./share-read";

it("counts from the most that waited", () => {
  expect(shareRead(8, 8)).toBeUndefined();
  expect(shareRead(8, 6)).toBe(25);
  expect(shareRead(8, 0)).toBe(100);
  expect(shareRead(0, 0)).toBeUndefined();
});
