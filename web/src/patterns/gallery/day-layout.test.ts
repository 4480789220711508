import { describe, expect, it } from "vitest";
import { marksOf, pageOf, sectionAt, sectionOf, sectionsBetween, titleHeight } from "./day-layout";
import { guessedHeight, type Look, shapeOf } from "./day-shape";

const dayAt = (index: number) =>
  new Date(Date.UTC(2026, 10, 21) - index * 86_400_000).toISOString().slice(0, 10);
const days = Array.from({ length: 2000 }, (_, index) => ({ day: dayAt(index), count: 500 }));
const page = pageOf(days, ({ count }) => guessedHeight("squares", 1200, count));

describe("pageOf", () => {
  it("knows a million products from their counts", () => {
    expect(page.total).toBe(1_000_000);
    const last = page.sections.at(-1);
    expect(last?.first).toBe(999_500);
    expect(page.height).toBeGreaterThan((last?.top ?? 0) + (last?.body ?? 0));
  });
  it("leaves empty days out", () => {
    expect(pageOf([{ day: "2026-11-21", count: 0 }], () => 10)).toMatchObject({
      total: 0,
      height: 0,
    });
  });
  it("finds the day of a height and of a product", () => {
    const third = page.sections[2];
    expect(sectionAt(page, (third?.top ?? 0) + 1)).toBe(third);
    expect(sectionAt(page, (third?.top ?? 0) - 1)).toBe(page.sections[1]);
    expect(sectionOf(page, 1000)).toBe(third);
    expect(sectionOf(page, 999)).toBe(page.sections[1]);
    expect(sectionOf(page, 1_000_000)).toBeUndefined();
  });
  it("draws few days wherever it is scrolled", () => {
    for (const top of [0, 1_000_000, page.height - 900]) {
      const shown = sectionsBetween(page, top, top + 900);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThan(4);
      expect(shown[0]?.top).toBeLessThanOrEqual(top);
    }
  });
});

describe("marksOf", () => {
  it("writes months, apart from each other", () => {
    const marks = marksOf(page, 800);
    expect(marks.length).toBeGreaterThan(10);
    expect(marks.length).toBeLessThan(30);
    for (const [index, { share }] of marks.entries()) {
      if (index > 0)
        expect(share - (marks[index - 1]?.share ?? 0)).toBeGreaterThanOrEqual(28 / 800);
    }
  });
});

describe("shapeOf", () => {
  const looks: Look[] = ["squares", "wall", "list"];
  it("holds each product inside its height and width", () => {
    for (const look of looks) {
      const shape = shapeOf(look, 1000, 57, undefined);
      for (let index = 0; index < 57; index += 1) {
        const { left, top, width, height } = shape.place(index);
        expect(left + width).toBeLessThanOrEqual(1000);
        expect(top + height).toBeLessThanOrEqual(shape.height);
      }
    }
  });
  it("is as high as was guessed, before the ratios are known", () => {
    for (const look of looks) {
      for (const [width, count] of [
        [366, 3],
        [1200, 57],
        [1200, 100],
        [1440, 1999],
        [1440, 100_000],
      ] as const) {
        const shape = shapeOf(look, width, count, undefined);
        expect(guessedHeight(look, width, count)).toBe(shape.height);
      }
    }
  });
  it("draws the rows that are seen, and no others", () => {
    const shape = shapeOf("squares", 1200, 100_000, undefined);
    const { first, end } = shape.between(500_000, 500_900);
    expect(end - first).toBeLessThan(60);
    expect(shape.place(first).top).toBeLessThanOrEqual(500_000);
    expect(shape.place(end).top).toBeGreaterThan(500_900);
    expect(shape.between(-900, -10)).toMatchObject({ first: 0 });
    expect(shape.between(shape.height + 100, shape.height + 900).first).toBe(100_000);
  });
  it("finds the rows of the wall", () => {
    const shape = shapeOf("wall", 1000, 120, [1.5, 0.7, 1]);
    const { first, end } = shape.between(300, 600);
    expect(shape.place(first).top + shape.place(first).height).toBeGreaterThanOrEqual(300);
    expect(shape.place(end - 1).top).toBeLessThanOrEqual(600);
    expect(shape.between(0, shape.height)).toEqual({ first: 0, end: 120 });
  });
  it("steps between rows, also into a short last one", () => {
    const shape = shapeOf("list", 1000, 3, undefined);
    expect([shape.beside(0, 1), shape.beside(2, 1), shape.beside(0, -1)]).toEqual([1, null, null]);
    const squares = shapeOf("squares", 1200, 8, undefined);
    expect(squares.beside(5, 1)).toBe(7);
    expect(squares.beside(7, 1)).toBeNull();
  });
});

it("leaves room for the title of a day", () => {
  const [first, second] = pageOf(days, () => 100).sections;
  expect((second?.top ?? 0) - (first?.top ?? 0)).toBeGreaterThanOrEqual(100 + titleHeight);
});
