import { expect, it } from "vitest";
import { untilText } from "./until";

const now = Date.parse("2026-11-21T12:00:00Z");

it.each([
  [null, ""],
  ["nonsense", ""],
  ["2026-11-21T11:59:59Z", ""],
  ["2026-11-21T12:00:40Z", "up to 40 seconds"],
  ["2026-11-21T12:03:10Z", "about 3 minutes"],
])("until %j is %j", (moment, said) => expect(untilText(moment, now)).toBe(said));
