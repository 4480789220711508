import { describe, expect, it } from "vitest";
import { logsQuery } from "./logs-query";

describe("logsQuery", () => {
  it("asks for all confirmed work", () => {
    expect(logsQuery(null, null, null)).toContain("WHERE status = 'confirmed' ORDER BY day");
  });
  it("narrows it to a piece and some days", () => {
    expect(logsQuery("proj_1", "2026-01-01", "2026-02-01")).toContain(
      "project_id = 'proj_1' AND day >= '2026-01-01' AND day <= '2026-02-01'",
    );
  });
  it("takes nothing from the address that is no day", () => {
    expect(logsQuery("'; --", "' OR 1=1", null)).toBe(logsQuery(null, null, null));
  });
});
