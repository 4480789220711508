import { describe, expect, it } from "vitest";
import { ago, count, daysFrom, moment, wait } from "./time";

const now = Date.parse("2026-11-21T12:00:00.000Z");

describe("ago", () => {
  it.each([
    ["2026-11-21T11:59:31.000Z", "now"],
    ["2026-11-21T12:00:05.000Z", "now"],
    ["2026-11-21T11:55:00.000Z", "5m"],
    ["2026-11-21T09:00:00.000Z", "3h"],
    ["2026-11-19T12:00:00.000Z", "2d"],
    ["2026-11-02T12:00:00.000Z", "2 Nov"],
    ["2025-03-02T12:00:00.000Z", "2 Mar 2025"],
    ["not a time", ""],
  ])("says of %s: %s", (timestamp, said) => expect(ago(timestamp, now)).toBe(said));
});

describe("moment", () => {
  it("is empty for what isn't a time", () => expect(moment("x")).toBe(""));
  it("has the day and the time", () => {
    expect(moment("2026-11-21T09:30:00.000Z")).toMatch(/^21 Nov 2026, \d\d:\d\d$/);
  });
});

describe("wait", () => {
  it("counts in seconds, then in minutes", () => {
    expect(wait(1)).toBe("1 second");
    expect(wait(0.2)).toBe("1 second");
    expect(wait(59)).toBe("59 seconds");
    expect(wait(61)).toBe("2 minutes");
  });
});

describe("count", () => {
  it("makes a plural", () => {
    expect(count(1, "project")).toBe("1 project");
    expect(count(1200, "project")).toBe("1,200 projects");
  });
});

describe("daysFrom", () => {
  it("writes the moment as the API does", () => {
    expect(daysFrom(now, 7)).toBe("2026-11-28T12:00:00.000Z");
  });
});
