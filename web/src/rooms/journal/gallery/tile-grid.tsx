"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { layoutOf, ratioOf, step, visible } from "@/patterns/gallery/wall-layout";
import type { Tile as Asset } from "./data";
import { Tile } from "./tile";

interface TileGridProps {
  tiles: readonly Asset[];
  /** How many there are, read or not. */
  total: number;
  /** Tiles are on the screen that nobody has read yet. */
  onNeed: () => void;
  onOpen: (id: string) => void;
}

/** A wall of pictures of which only those near the screen are drawn. */
export function TileGrid({ tiles, total, onNeed, onOpen }: TileGridProps) {
  const wall = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [view, setView] = useState({ width: 0, height: 0, top: 0 });
  const [focused, setFocused] = useState(0);

  useLayoutEffect(() => {
    const [element, inner] = [wall.current, list.current];
    if (element === null || inner === null) return undefined;
    const measure = () =>
      setView({ width: inner.clientWidth, height: element.clientHeight, top: element.scrollTop });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);

  const layout = useMemo(() => {
    const ratios = tiles.map(({ width, height }) => ratioOf(width, height));
    return layoutOf(view.width, ratios, total);
  }, [tiles, total, view.width]);
  const { first, end } = visible(layout, view.top, view.height);
  const needed = end > tiles.length && tiles.length < total;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came may not be enough
  useEffect(() => {
    if (needed) onNeed();
  }, [needed, tiles.length, onNeed]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, focused, layout);
    const place = next === null ? undefined : layout.places[next];
    const element = wall.current;
    if (next === null || place === undefined || element === null) return;
    event.preventDefault();
    setFocused(next);
    if (place.top < element.scrollTop) element.scrollTop = place.top;
    const below = place.top + place.height + 24 - element.clientHeight;
    if (below > element.scrollTop) element.scrollTop = below;
    requestAnimationFrame(() => element.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  };

  const drawn = Array.from({ length: end - first }, (_, offset) => first + offset);
  return (
    <div
      ref={wall}
      onScroll={({ currentTarget }) =>
        setView((before) => ({ ...before, top: currentTarget.scrollTop }))
      }
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-3 pb-3 [scrollbar-gutter:stable] md:pr-2.5 md:pl-5"
    >
      <ul
        ref={list}
        aria-label="Files"
        onKeyDown={onKeyDown}
        style={{ height: layout.height }}
        className="relative"
      >
        {drawn.map((index) => {
          const asset = tiles[index];
          return (
            <li
              key={asset?.id ?? index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={layout.places[index]}
              className="absolute"
            >
              {asset === undefined ? (
                <span className="block size-full rounded-sm bg-press" />
              ) : (
                <Tile
                  asset={asset}
                  at={index}
                  inTab={index === focused}
                  onFocus={() => setFocused(index)}
                  onOpen={() => onOpen(asset.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
