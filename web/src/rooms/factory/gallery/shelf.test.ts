import { describe, expect, it } from "vitest";
import { Shelf } from "./shelf";

const start = Date.parse("2026-11-21T00:00:00Z");
const day = "2026-11-21";
const pageSize = 100;

/** A server with products at some moments of the day, which counts its calls. */
function server(moments: number[]) {
  const all = () => moments.toSorted((a, b) => b - a).map((at) => ({ at, id: `prod_${at}` }));
  const calls = { pages: 0, counts: 0 };
  const inside = (from: number, until: number) =>
    all().filter(({ at }) => start + at >= from && start + at < until);
  const shelf = new Shelf({
    page: async (from, until, after) => {
      calls.pages += 1;
      const rows = inside(from, until);
      const begin = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
      const page = rows.slice(begin, begin + pageSize);
      const more = begin + pageSize < rows.length;
      return {
        rows: page.map(({ id }) => ({ id, ratio: 1 })),
        next: more ? (page.at(-1)?.id ?? null) : null,
      };
    },
    counts: async (stretches) => {
      calls.counts += 1;
      return stretches.map(({ from, until }) => inside(from, until).length);
    },
  });
  return { shelf, calls, moments };
}

const every = (count: number, ms: number) => Array.from({ length: count }, (_, at) => at * ms);
const idsOf = (shelf: Shelf, first: number, end: number) =>
  shelf
    .rows(day)
    ?.slice(first, end)
    .map((row) => row?.id);

describe("a shelf", () => {
  it("reads what is looked at, and nothing twice", async () => {
    const { shelf, calls } = server(every(150, 1000));
    await shelf.need({ day, count: 150 }, 0, 20);
    expect(calls).toEqual({ pages: 1, counts: 0 });
    expect(idsOf(shelf, 0, 2)).toEqual(["prod_149000", "prod_148000"]);
    await shelf.need({ day, count: 150 }, 0, 90);
    expect(calls.pages).toBe(1);
    await shelf.need({ day, count: 150 }, 120, 150);
    expect(calls.pages).toBe(2);
    expect(idsOf(shelf, 149, 150)).toEqual(["prod_0"]);
  });
  it("goes to the middle of a long day without reading what is before it", async () => {
    const count = 20_000;
    const { shelf, calls } = server(every(count, 4000));
    await shelf.need({ day, count }, 10_000, 10_030);
    expect(idsOf(shelf, 10_000, 10_002)).toEqual([
      `prod_${(count - 10_001) * 4000}`,
      `prod_${(count - 10_002) * 4000}`,
    ]);
    expect(calls.pages).toBeLessThan(6);
    expect(calls.counts).toBeLessThan(8);
    expect(shelf.rows(day)?.[0]).toBeUndefined();
  });
  it("reads on where all were made at once", async () => {
    const same = new Shelf({
      page: async (_from, _until, after) => {
        const begin = Number(after ?? 0);
        return {
          rows: every(100, 1).map((at) => ({ id: `prod_${begin + at}`, ratio: 1 })),
          next: begin + 100 < 600 ? String(begin + 100) : null,
        };
      },
      counts: async (stretches) =>
        stretches.map(({ from, until }) => (from <= start && start < until ? 600 : 0)),
    });
    await same.need({ day, count: 600 }, 580, 600);
    expect(idsOf(same, 599, 600)).toEqual(["prod_599"]);
  });
  it("shows what was there until the new order has come", async () => {
    const { shelf, moments } = server(every(50, 1000));
    await shelf.need({ day, count: 50 }, 0, 50);
    moments.push(60_000);
    shelf.recount([{ day, count: 51 }]);
    expect(idsOf(shelf, 0, 2)).toEqual([undefined, "prod_49000"]);
    await shelf.need({ day, count: 51 }, 0, 50);
    expect(idsOf(shelf, 0, 2)).toEqual(["prod_60000", "prod_49000"]);
    expect(shelf.placeOf("prod_49000")).toEqual({ day, index: 1 });
  });
  it("reads a long day anew without looking for its stretches again", async () => {
    const count = 20_000;
    const { shelf, calls } = server(every(count, 4000));
    await shelf.need({ day, count }, 10_000, 10_030);
    const { counts, pages } = { ...calls };
    shelf.recount([{ day, count }]);
    await shelf.need({ day, count }, 10_000, 10_030);
    expect(calls.counts).toBe(counts);
    expect(calls.pages).toBeGreaterThan(pages);
  });
  it("takes away what was deleted, at once", async () => {
    const { shelf } = server(every(3, 1000));
    await shelf.need({ day, count: 3 }, 0, 3);
    shelf.forget(new Set(["prod_1000"]));
    expect(idsOf(shelf, 0, 9)).toEqual(["prod_2000", "prod_0"]);
    expect(shelf.countOf({ day, count: 3 })).toBe(2);
    expect(shelf.placeOf("prod_1000")).toBeUndefined();
  });
  it("finds a product by its moment", async () => {
    const count = 20_000;
    const { shelf, calls } = server(every(count, 4000));
    expect(await shelf.seek({ day, count }, start + 40_000_000, "prod_40000000")).toBe(true);
    expect(shelf.placeOf("prod_40000000")).toEqual({ day, index: count - 10_001 });
    expect(calls.pages).toBeLessThan(40);
    expect(await shelf.seek({ day, count }, start + 40_000_000, "prod_other")).toBe(false);
    expect(await shelf.seek({ day, count }, start - 1, "prod_other")).toBe(false);
  });
  it("says what failed", async () => {
    const shelf = new Shelf({
      page: () => Promise.reject(new Error("gone")),
      counts: () => Promise.reject(new Error("gone")),
    });
    await shelf.need({ day, count: 3 }, 0, 3);
    expect(shelf.problem).toEqual(new Error("gone"));
  });
});
