import { expect, it } from "vitest";
import { dayTitle, monthTitle, utcDay } from "./day-title";

it("names days as people do, in the time zone in which they are counted", () => {
  expect(dayTitle("2026-11-21", "2026-11-21")).toBe("Today");
  expect(dayTitle("2026-10-31", "2026-11-01")).toBe("Yesterday");
  expect(dayTitle("2026-11-02", "2026-11-21")).toBe("Mon 2 November");
  expect(dayTitle("2025-11-02", "2026-11-21")).toBe("Sun 2 November 2025");
  expect(dayTitle("soon", "2026-11-21")).toBe("soon");
  expect(monthTitle("2025-11-02")).toBe("Nov 2025");
  expect(utcDay(Date.parse("2026-11-21T23:59:59Z"))).toBe("2026-11-21");
});
