"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

interface TooltipProps {
  label: string;
  /** The thing explained; it gets the id of the tooltip as its description. */
  children: (describedBy: string | undefined) => ReactNode;
}

const patienceMs = 350;
const gap = 8;

/** A word beside a thing in the rail, on hover and on focus; Escape takes it away. */
export function Tooltip({ label, children }: TooltipProps) {
  const id = useId();
  const holder = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  const show = () => {
    const box = holder.current?.firstElementChild?.getBoundingClientRect();
    if (box) setPlace({ left: box.right + gap, top: box.top + box.height / 2 });
  };
  const hide = () => {
    clearTimeout(timer.current);
    setPlace(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens inside
    <span
      ref={holder}
      className="contents"
      onPointerEnter={() => {
        timer.current = setTimeout(show, patienceMs);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(":focus-visible")) show();
      }}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === "Escape") hide();
      }}
    >
      {children(place === null ? undefined : id)}
      {place !== null && (
        <span
          id={id}
          role="tooltip"
          data-slot="tooltip"
          style={place}
          className="fade-in-0 -translate-y-1/2 pointer-events-none fixed z-50 animate-in whitespace-nowrap rounded-md bg-ink px-2 py-1 text-paper text-xs shadow-float duration-100"
        >
          {label}
        </span>
      )}
    </span>
  );
}
