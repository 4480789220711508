import { describe, expect, it } from "vitest";
import { filterProjects, type Placed, place } from "./placing";

function project(id: string, minute: number, more: Partial<Placed> = {}): Placed {
  const at = `2026-11-21T09:${String(minute).padStart(2, "0")}:00.000Z`;
  return { id, ownerId: "usr_1", state: "ACTIVE", createdAt: at, updatedAt: at, ...more };
}

const ids = (list: readonly Placed[]) => list.map(({ id }) => id).join("");
const list = [project("c", 30), project("b", 20), project("a", 10)];
const active = { state: "ACTIVE" } as const;

describe("place", () => {
  it("puts a new project first", () => {
    expect(ids(place(list, project("d", 40), active, true))).toBe("dcba");
  });
  it("moves a changed project up", () => {
    expect(ids(place(list, project("a", 50), active, true))).toBe("acb");
  });
  it("puts a restored project where its time says", () => {
    expect(ids(place(list, project("x", 15), active, true))).toBe("cbxa");
  });
  it("takes out what was archived, and puts it into the archive", () => {
    const archived = project("b", 50, { state: "ARCHIVED" });
    expect(ids(place(list, archived, active, true))).toBe("ca");
    expect(ids(place([], archived, { state: "ARCHIVED" }, true))).toBe("b");
  });
  it("leaves what sorts after the last row to the page that is still to be read", () => {
    expect(ids(place(list, project("x", 5), active, false))).toBe("cba");
    expect(ids(place(list, project("x", 5), active, true))).toBe("cbax");
  });
  it("keeps only the owner's in an owner's list, in order of making", () => {
    const mine = { ...active, owner: "usr_1" };
    expect(ids(place(list, project("x", 40, { ownerId: "usr_2" }), mine, true))).toBe("cba");
    const changed = project("a", 10, { updatedAt: "2026-11-21T10:00:00.000Z" });
    expect(ids(place(list, changed, mine, true))).toBe("cba");
  });
  it("is the same when applied twice", () => {
    const once = place(list, project("d", 40), active, true);
    expect(place(once, project("d", 40), active, true)).toEqual(once);
  });
});

describe("filterProjects", () => {
  const rows = [
    { name: "Harbor at dusk", type: "painting" },
    { name: "Harbor studies", type: "series" },
  ];
  it("wants every word, in name or type", () => {
    expect(filterProjects(rows, "harbor PAINT")).toEqual([rows[0]]);
    expect(filterProjects(rows, "  ")).toBe(rows);
    expect(filterProjects(rows, "zebra")).toEqual([]);
  });
});
