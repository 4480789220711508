"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Keeps the chosen one of a row that may be wider than a phone where it can be seen. */
export function useInSight<Row extends HTMLElement>(
  chosen: string,
  selector: string,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another place
  useEffect(() => {
    const [outer, inner] = [row.current, row.current?.querySelector<HTMLElement>(selector)];
    if (!outer || !inner) return;
    const [box, item] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()];
    outer.scrollLeft += item.left + item.width / 2 - (box.left + box.width / 2);
  }, [chosen, selector]);
  return row;
}
