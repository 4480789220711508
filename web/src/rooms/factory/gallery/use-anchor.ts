"use client";

import { useLayoutEffect, useRef } from "react";
import { type Anchor, sectionAt, titleHeight } from "@/patterns/gallery/day-layout";
import type { Shelf } from "./shelf";
import type { Layout } from "./use-layout";

interface Held extends Anchor {
  id: string | undefined;
}

/**
 * Keeps what is looked at where it is when something comes or goes above it. At the very top nothing
 * is held: there the latest is what one wants to see.
 */
export function useAnchor(
  layout: Layout,
  shelf: Shelf,
  top: number,
  goTo: (top: number) => void,
): void {
  const held = useRef<Held | null>(null);
  const seen = useRef({ layout, top });
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { layout, top };
    const anchor = held.current;
    if (before.layout !== layout && before.top === top && top > 0 && anchor !== null) {
      const wanted = topOf(anchor, layout, shelf);
      if (wanted !== null && Math.abs(wanted - top) >= 1) {
        seen.current.top = wanted;
        goTo(wanted);
        return;
      }
    }
    held.current = anchorAt(layout, shelf, top);
  }, [layout, shelf, top, goTo]);
}

function anchorAt({ page, shape }: Layout, shelf: Shelf, top: number): Held | null {
  const section = sectionAt(page, top);
  if (section === undefined) return null;
  const body = section.top + titleHeight;
  const index = shape(section).between(Math.max(0, top - body), Math.max(0, top - body)).first;
  const at = Math.min(index, section.count - 1);
  const offset = body + shape(section).place(at).top - top;
  return { day: section.day, index: at, offset, id: shelf.rows(section.day)?.[at]?.id };
}

/** Where the window has to be for the anchor to stay in its place; null where it is gone. */
function topOf({ id, day, index, offset }: Held, { page, shape }: Layout, shelf: Shelf) {
  const found = id === undefined ? undefined : shelf.placeOf(id);
  const place = found ?? { day, index };
  const section = page.sections.find((one) => one.day === place.day);
  if (section === undefined) return null;
  const at = Math.min(place.index, section.count - 1);
  return section.top + titleHeight + shape(section).place(at).top - offset;
}
