import { expect, it } from "vitest";
import { axisName } from "./axis-name";

it.each([
  ["colour", ["red", "gold"], "colour"],
  ["token 1", ["red", "gold"], "red, gold"],
  ["token 2", ["red", "gold", "blue"], "red, gold, …"],
  ["token 3", [], "token 3"],
])("%s of %j is %s", (name, values, said) => expect(axisName(name, values)).toBe(said));
