import { expect, it } from "vitest";
import { isStuck } from "./stuck";

const error = { code: "speech_model_missing", message: "a model is missing" };

it.each([
  ["UPLOADED", null, false],
  ["UPLOADED", error, true],
  ["FAILED", error, true],
  // What went wrong the time before is still noted while it is tried again.
  ["TRANSCRIBING", error, false],
  ["DONE", null, false],
] as const)("%s with %j: %s", (state, fault, stuck) =>
  expect(isStuck({ state, error: fault })).toBe(stuck),
);
