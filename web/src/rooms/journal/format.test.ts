import { describe, expect, it } from "vitest";
import { clock, date, dayOf, dayTitle, dueIn, duration, money, size, studioDay } from "./format";

const now = new Date(2026, 10, 21, 9, 30).getTime();

describe("duration", () => {
  it.each([
    [0, "0 min"],
    [45, "45 min"],
    [60, "1 h"],
    [75, "1 h 15 min"],
    [1500, "25 h"],
  ])("says %i as %s", (minutes, text) => expect(duration(minutes)).toBe(text));
});

describe("clock", () => {
  it("counts minutes past the hour", () => expect(clock(3_700_000)).toBe("61:40"));
  it("doesn't run backwards", () => expect(clock(-5)).toBe("0:00"));
});

describe("days", () => {
  it("are local", () => expect(dayOf(now)).toBe("2026-11-21"));
  it("have names near today", () => {
    const today = "2026-11-21";
    expect(dayTitle("2026-11-21", today)).toBe("Today");
    expect(dayTitle("2026-11-20", today)).toBe("Yesterday");
    expect(dayTitle("2026-11-02", today)).toBe("Monday 2 November");
    expect(dayTitle("2025-12-31", today)).toBe("Wednesday 31 December 2025");
    expect(dayTitle("nonsense", today)).toBe("nonsense");
  });
  it("begin when the studio says", () => {
    const night = Date.parse("2026-11-22T02:30:00Z");
    const rules = { dayStartsAtHour: 4, timeZone: "UTC" };
    expect(studioDay(night, rules)).toBe("2026-11-21");
    expect(studioDay(night, { ...rules, dayStartsAtHour: 0 })).toBe("2026-11-22");
    expect(studioDay(night, { ...rules, timeZone: "Asia/Tokyo" })).toBe("2026-11-22");
  });
  it("are counted to a deadline", () => {
    expect(dueIn("2026-11-24", now)).toBe("in 3 days");
    expect(dueIn("2026-11-21", now)).toBe("today");
    expect(dueIn("2026-11-01", now)).toBe("20 days ago");
  });
  it("are written for people", () => expect(date("2026-11-21")).toBe("21 Nov 2026"));
});

describe("money", () => {
  it("has its currency", () =>
    expect(money({ amount: "1200.5", currency: "EUR" })).toBe("€1,200.50"));
  it("shows what it doesn't know as it is", () => {
    expect(money({ amount: "12", currency: "??" })).toBe("12 ??");
  });
});

describe("size", () => {
  it.each([
    [999, "999 B"],
    [1_500, "2 kB"],
    [3_140_000, "3.1 MB"],
  ])("says %i as %s", (bytes, text) => expect(size(bytes)).toBe(text));
});
