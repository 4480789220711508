"use client";

import { useMemo } from "react";
import { type Day, type Page, pageOf } from "@/patterns/gallery/day-layout";
import { guessedHeight, type Look, type Shape, shapeOf } from "@/patterns/gallery/day-shape";
import type { Row, Shelf } from "./shelf";

export interface Layout {
  page: Page;
  shape: (day: Day) => Shape;
}

interface Kept {
  width: number;
  shape: Shape;
}

/** Where everything is, as far as it is known. `version` is that of the shelf. */
export function useLayout(
  days: readonly Day[],
  shelf: Shelf,
  version: number,
  look: Look,
  width: number,
): Layout {
  // A day on the wall is arranged anew only when something of it came.
  const kept = useMemo(() => new WeakMap<readonly (Row | undefined)[], Kept>(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shelf changes without another identity
  return useMemo(() => {
    const now = days.map((day) => ({ ...day, count: shelf.countOf(day) }));
    const shape = ({ day, count }: Day): Shape => {
      const rows = look === "wall" ? shelf.rows(day) : undefined;
      if (rows === undefined) return shapeOf(look, width, count, undefined);
      const known = kept.get(rows);
      if (known?.width === width) return known.shape;
      const made = shapeOf(
        look,
        width,
        count,
        rows.map((row) => row?.ratio),
      );
      kept.set(rows, { width, shape: made });
      return made;
    };
    const bodyOf = (day: Day) =>
      look === "wall" && shelf.rows(day.day) === undefined
        ? guessedHeight(look, width, day.count)
        : shape(day).height;
    return { page: pageOf(now, bodyOf), shape };
  }, [days, shelf, version, look, width, kept]);
}
