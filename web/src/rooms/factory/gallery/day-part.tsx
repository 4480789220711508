"use client";

import type { MouseEvent } from "react";
import { count } from "@/format/time";
import { type Section, titleHeight } from "@/patterns/gallery/day-layout";
import type { Look, Shape } from "@/patterns/gallery/day-shape";
import { Button } from "@/ui/button";
import { dayTitle } from "./day-title";
import type { Row } from "./shelf";
import { Tile } from "./tile";

interface DayPartProps {
  section: Section;
  shape: Shape;
  look: Look;
  rows: readonly (Row | undefined)[] | undefined;
  /** The stretch of the day's height to draw, from its title. */
  from: number;
  to: number;
  /** What is added to a height of the layout on the page that scrolls. */
  shift: number;
  today: string;
  total: number;
  focused: number;
  selected: ReadonlySet<string>;
  canSelect: boolean;
  onFocus: (at: number) => void;
  onPress: (at: number, id: string, held: MouseEvent) => void;
  onSelect: (id: string) => void;
  onSelectDay: (section: Section) => void;
}

/** The products of a day that are near the window, under its title. */
export function DayPart(props: DayPartProps) {
  const { section, shape, look, rows, shift, from, to, focused, selected, canSelect } = props;
  const top = section.top + shift;
  const { first, end } = shape.between(from - titleHeight, to - titleHeight);
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  const title = dayTitle(section.day, props.today);
  return (
    <section aria-label={title}>
      <div
        style={{ top, height: titleHeight }}
        className="absolute inset-x-0 flex items-center gap-2"
      >
        <h2 className="font-medium text-sm">{title}</h2>
        <span className="text-ink-faint text-xs tabular-nums">
          {count(section.count, "product")}
        </span>
        {canSelect && (
          <Button
            size="sm"
            look="ghost"
            className="ml-auto"
            aria-label={`Select ${title}`}
            onClick={() => props.onSelectDay(section)}
          >
            Select day
          </Button>
        )}
      </div>
      <ul aria-label={`Products of ${title}`}>
        {drawn.map((index) => {
          const row = rows?.[index];
          const at = section.first + index;
          const place = shape.place(index);
          return (
            <li
              key={row?.id ?? index}
              aria-setsize={props.total}
              aria-posinset={at + 1}
              style={{ ...place, top: top + titleHeight + place.top }}
              className="absolute"
            >
              {row === undefined ? (
                <span data-waiting={at} className="block size-full rounded-sm bg-press" />
              ) : (
                <Tile
                  id={row.id}
                  at={at}
                  isRow={look === "list"}
                  isSelected={selected.has(row.id)}
                  inTab={at === focused}
                  canSelect={canSelect}
                  onFocus={props.onFocus}
                  onPress={props.onPress}
                  onSelect={props.onSelect}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
