import { expect, it } from "vitest";
import { differing } from "./differing";

const shown = (...texts: string[]) =>
  differing(texts).map((words) =>
    words.map(({ text, differs }) => (differs ? `<${text}>` : text)).join(""),
  );

it("marks what isn't in every text", () => {
  expect(shown("a red dog, oil", "a blue dog, oil")).toEqual([
    "a <red> dog, oil",
    "a <blue> dog, oil",
  ]);
});
it("counts a word as often as it is there", () => {
  expect(shown("red fox red", "red fox")).toEqual(["red fox <red>", "red fox"]);
});
it("marks nothing in a single text, and bears none", () => {
  expect(shown("a dog")).toEqual(["a dog"]);
  expect(shown()).toEqual([]);
});
