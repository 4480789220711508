import { describe, expect, it } from "vitest";
import { afterArchive, afterEdit, afterRestore } from "./foresight";

const now = "2026-11-21T10:00:00.000Z";
const project = {
  name: "Harbor",
  description: "Oil",
  state: "ACTIVE" as const,
  updatedAt: "2026-11-20T10:00:00.000Z",
  archivedAt: null,
  version: 3,
};

describe("what the server will answer", () => {
  it("to archiving, and to taking that back", () => {
    const archived = afterArchive(project, now);
    expect(archived).toMatchObject({ state: "ARCHIVED", archivedAt: now, version: 4 });
    expect(afterRestore(archived, now)).toMatchObject({
      state: "ACTIVE",
      archivedAt: null,
      version: 5,
    });
  });

  it("to an edit changes only the fields in it", () => {
    const edited = afterEdit(project, { name: "Port", description: undefined }, now);
    expect(edited).toEqual({ ...project, name: "Port", updatedAt: now, version: 4 });
  });
});
