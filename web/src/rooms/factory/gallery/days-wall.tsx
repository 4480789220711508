"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import {
  type Day,
  type Section,
  sectionOf,
  sectionsBetween,
  titleHeight,
} from "@/patterns/gallery/day-layout";
import type { Look } from "@/patterns/gallery/day-shape";
import { spaceOf } from "@/patterns/gallery/scroll-space";
import { useNow } from "@/patterns/use-now";
import { useShortcut } from "@/shortcuts/provider";
import { DayPart } from "./day-part";
import { utcDay } from "./day-title";
import { type Command, commandOf } from "./keys";
import { Scrubber } from "./scrubber";
import type { Shelf } from "./shelf";
import { useAnchor } from "./use-anchor";
import { type Layout, useLayout } from "./use-layout";
import { useWindow } from "./use-window";
import { walk } from "./walk";

/** What is drawn beyond the window, and the rest before what is passed by is not read. */
const [around, restMs] = [600, 70];

export interface WallHandle {
  layout: Layout;
  /** Brings a product into sight and gives it the focus. */
  show: (at: number) => void;
}

interface DaysWallProps {
  days: readonly Day[];
  shelf: Shelf;
  version: number;
  look: Look;
  selected: ReadonlySet<string>;
  canSelect: boolean;
  onPress: (at: number, id: string, held: MouseEvent) => void;
  onSelect: (id: string) => void;
  onSelectDay: (section: Section) => void;
  /** A key was pressed on the product with so many above it; the focus was on `was` before. */
  onCommand: (command: Command, at: number, was: number) => void;
  ref: Ref<WallHandle>;
}

/** Days of products, of which only those near the window are read and drawn. */
export function DaysWall(props: DaysWallProps) {
  const { days, shelf, version, look, onPress, onSelect, onSelectDay, onCommand, ref } = props;
  const heightNow = useRef(0);
  const { scroller, inner, view, onScroll, goTo } = useWindow(() => heightNow.current);
  const layout = useLayout(days, shelf, version, look, view.width);
  const { page, shape } = layout;
  heightNow.current = page.height;
  useAnchor(layout, shelf, view.top, goTo);
  const [wanted, setFocused] = useState(0);
  const focused = Math.min(wanted, Math.max(0, page.total - 1));
  const today = utcDay(useNow());
  const [from, to] = [view.top - around, view.top + view.height + around];
  const sections = view.width === 0 ? [] : sectionsBetween(page, from, to);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sections follow from these
  useEffect(() => {
    if (view.width === 0 || shelf.problem !== undefined) return undefined;
    const timer = setTimeout(() => {
      for (const section of sections) {
        const body = section.top + titleHeight;
        const { first, end } = shape(section).between(from - body, to - body);
        if (end > first) void shelf.need(section, first, end);
      }
    }, restMs);
    return () => clearTimeout(timer);
  }, [page, shape, shelf, version, view.top, view.height, view.width]);

  const show = useCallback(
    (at: number) => {
      const section = sectionOf(page, at);
      if (section === undefined) return;
      setFocused(at);
      const place = shape(section).place(at - section.first);
      const top = section.top + titleHeight + place.top;
      const lowest = top + place.height + 16 - view.height;
      if (top - titleHeight < view.top) goTo(top - titleHeight);
      else if (lowest > view.top) goTo(lowest);
      const tile = () => scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`);
      requestAnimationFrame(() => tile()?.focus({ preventScroll: true }));
    },
    [page, shape, view.top, view.height, goTo, scroller],
  );
  useImperativeHandle(ref, () => ({ layout, show }), [layout, show]);

  const intoWall = (step: number) => {
    const next = scroller.current?.contains(document.activeElement) ? focused + step : focused;
    if (next >= 0 && next < page.total) show(next);
  };
  useShortcut("next", () => intoWall(1));
  useShortcut("previous", () => intoWall(-1));

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).closest("[data-at]") === null) return;
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    if (!("to" in command)) return onCommand(command, focused, focused);
    const next = walk(command.to, focused, layout);
    if (next === null) return;
    show(next);
    if (command.extend) onCommand(command, next, focused);
  };

  return (
    <div className="relative flex min-h-0 flex-1">
      <div
        id="products"
        ref={scroller}
        onScroll={onScroll}
        className="min-h-0 flex-1 overflow-y-auto pr-7 pb-3 pl-3 [overflow-anchor:none] [scrollbar-width:none] md:pr-16 md:pl-5"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
        <div
          ref={inner}
          onKeyDown={onKeyDown}
          style={{ height: spaceOf(page.height) }}
          className="relative"
        >
          {sections.map((section) => (
            <DayPart
              key={section.day}
              section={section}
              shape={shape(section)}
              look={look}
              rows={shelf.rows(section.day)}
              from={from - section.top}
              to={to - section.top}
              shift={view.scroll - view.top}
              today={today}
              total={page.total}
              focused={focused}
              selected={props.selected}
              canSelect={props.canSelect}
              onFocus={setFocused}
              onPress={onPress}
              onSelect={onSelect}
              onSelectDay={onSelectDay}
            />
          ))}
        </div>
      </div>
      <Scrubber page={page} view={view} onGo={goTo} />
    </div>
  );
}
