import { expect, it } from "vitest";
import { statusesOf } from "./filters";

it.each([
  [null, null],
  ["nonsense", null],
  ["failed", ["FAILED"]],
  ["open", ["PENDING", "PROCESSING", "PAUSED"]],
])("%j asks for %j", (name, statuses) => expect(statusesOf(name)).toEqual(statuses));
