import { expect, it } from "vitest";
import { lastDay } from "./use-filters";

it.each([
  ["2026-02", "2026-02-28"],
  ["2028-02", "2028-02-29"],
  ["2026-12", "2026-12-31"],
])("%s ends on %s", (month, day) => expect(lastDay(month)).toBe(day));
