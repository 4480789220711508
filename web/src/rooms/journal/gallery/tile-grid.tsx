"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Tile as Asset } from "./data";
import { layoutOf, placeOfTile, step, visible } from "./grid-layout";
import { Tile } from "./tile";

interface TileGridProps {
  tiles: readonly Asset[];
  /** How many there are, read or not. */
  total: number;
  /** Tiles are on the screen that nobody has read yet. */
  onNeed: () => void;
  onOpen: (id: string) => void;
}

/** A wall of squares of which only those near the screen are drawn. */
export function TileGrid({ tiles, total, onNeed, onOpen }: TileGridProps) {
  const wall = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ width: 0, height: 0, top: 0 });
  const [focused, setFocused] = useState(0);

  useLayoutEffect(() => {
    const element = wall.current;
    if (element === null) return undefined;
    const measure = () =>
      setView({
        width: element.clientWidth - 24,
        height: element.clientHeight,
        top: element.scrollTop,
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const layout = layoutOf(view.width, total);
  const { first, end } = visible(layout, total, view.top, view.height);
  const needed = end > tiles.length && tiles.length < total;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came may not be enough
  useEffect(() => {
    if (needed) onNeed();
  }, [needed, tiles.length, onNeed]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, focused, layout.columns, total);
    if (next === null) return;
    event.preventDefault();
    setFocused(next);
    const element = wall.current;
    const { top } = placeOfTile(layout, next);
    if (element !== null) {
      if (top < element.scrollTop) element.scrollTop = top;
      if (top + layout.edge > element.scrollTop + element.clientHeight - 24) {
        element.scrollTop = top + layout.edge - element.clientHeight + 24;
      }
    }
    requestAnimationFrame(() =>
      element?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus(),
    );
  };

  const drawn = Array.from({ length: end - first }, (_, offset) => first + offset);
  return (
    <div
      ref={wall}
      onScroll={({ currentTarget }) =>
        setView((before) => ({ ...before, top: currentTarget.scrollTop }))
      }
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-3 pb-3"
    >
      <ul
        aria-label="Files"
        onKeyDown={onKeyDown}
        style={{ height: layout.height }}
        className="relative"
      >
        {view.width > 0 &&
          drawn.map((index) => {
            const asset = tiles[index];
            const place = {
              ...placeOfTile(layout, index),
              width: layout.edge,
              height: layout.edge,
            };
            return (
              <li
                key={asset?.id ?? index}
                aria-setsize={total}
                aria-posinset={index + 1}
                style={place}
                className="absolute"
              >
                {asset === undefined ? (
                  <span className="block size-full rounded-md bg-press" />
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
