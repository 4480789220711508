import { expect, it } from "vitest";
import { SubmitKey } from "./submit-key";

it("stays while the same order is tried again, and changes with it", () => {
  const keys = new SubmitKey();
  const first = keys.of({ prompt: "a" });
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(keys.of({ prompt: "a" })).toBe(first);
  expect(keys.of({ prompt: "b" })).not.toBe(first);
});

it("is another one once the order was placed", () => {
  const keys = new SubmitKey();
  const first = keys.of({ prompt: "a" });
  keys.placed();
  expect(keys.of({ prompt: "a" })).not.toBe(first);
});
