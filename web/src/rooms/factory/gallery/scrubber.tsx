"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { marksOf, type Page, sectionAt } from "@/patterns/gallery/day-layout";
import { cn } from "@/ui/cn";
import { monthTitle } from "./day-title";

interface ScrubberProps {
  page: Page;
  view: { top: number; height: number };
  onGo: (top: number) => void;
}

/** The months beside the wall, on a bar that is drawn to any day. It is the scrollbar of the wall. */
export function Scrubber({ page, view, onGo }: ScrubberProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const last = Math.max(0, page.height - view.height);
  if (last === 0 || view.height === 0) return null;
  const share = Math.min(1, Math.max(0, view.top / last));
  const shareOf = ({ clientY }: PointerEvent) => {
    const box = bar.current?.getBoundingClientRect();
    if (box === undefined || box.height === 0) return 0;
    return Math.min(1, Math.max(0, (clientY - box.top) / box.height));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -view.height / 4,
      ArrowDown: view.height / 4,
      PageUp: -view.height,
      PageDown: view.height,
      Home: -page.height,
      End: page.height,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onGo(view.top + step);
  };
  const here = sectionAt(page, view.top)?.day ?? "";
  const hint = over === null ? undefined : sectionAt(page, over * last)?.day;
  return (
    <div
      ref={bar}
      role="scrollbar"
      tabIndex={0}
      aria-label="Time"
      aria-controls="products"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={here}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onGo(shareOf(event) * last);
      }}
      onPointerMove={(event) => {
        setOver(shareOf(event));
        if (event.buttons === 1) onGo(shareOf(event) * last);
      }}
      onPointerLeave={() => setOver(null)}
      className="absolute inset-y-2 right-0 w-7 cursor-ns-resize touch-none select-none md:w-14"
    >
      {marksOf(page, view.height).map(({ day, share: at }) => (
        <span
          key={day}
          style={{ top: `${at * 100}%` }}
          className="pointer-events-none absolute right-2.5 whitespace-nowrap text-2xs text-ink-faint max-md:hidden"
        >
          {monthTitle(day)}
        </span>
      ))}
      {over !== null && hint !== undefined && (
        <span
          style={{ top: `${over * 100}%` }}
          className="-translate-y-1/2 pointer-events-none absolute right-3 whitespace-nowrap rounded-md bg-ink px-2 py-0.5 text-paper text-xs tabular-nums shadow-float"
        >
          {hint}
        </span>
      )}
      <span
        style={{ top: `calc(${share * 100}% - 1rem)` }}
        className={cn(
          "pointer-events-none absolute right-0.5 h-8 w-1.5 rounded-full",
          over === null ? "bg-line-strong" : "bg-accent",
        )}
      />
    </div>
  );
}
