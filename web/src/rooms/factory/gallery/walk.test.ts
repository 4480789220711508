import { describe, expect, it } from "vitest";
import { pageOf } from "@/patterns/gallery/day-layout";
import { shapeOf } from "@/patterns/gallery/day-shape";
import type { Layout } from "./use-layout";
import { walk } from "./walk";

const width = 1062; // Six squares beside each other.
const shape: Layout["shape"] = ({ count }) => shapeOf("squares", width, count, undefined);
const days = [
  { day: "2026-11-21", count: 8 },
  { day: "2026-11-20", count: 14 },
];
const layout: Layout = { page: pageOf(days, (day) => shape(day).height), shape };

describe("walk", () => {
  it("goes down through a day, and into the next below where it was", () => {
    expect(walk("down", 1, layout)).toBe(7);
    expect(walk("down", 7, layout)).toBe(9);
    expect(walk("down", 9, layout)).toBe(15);
  });
  it("goes up into the last row of the day above", () => {
    expect(walk("up", 8, layout)).toBe(6);
    expect(walk("up", 13, layout)).toBe(7);
    expect(walk("up", 3, layout)).toBeNull();
  });
  it("goes on and back across days, and stops at the ends", () => {
    expect(walk("right", 7, layout)).toBe(8);
    expect(walk("left", 8, layout)).toBe(7);
    expect(walk("left", 0, layout)).toBeNull();
    expect(walk("right", 21, layout)).toBeNull();
    expect([walk("first", 5, layout), walk("last", 5, layout)]).toEqual([0, 21]);
  });
});
