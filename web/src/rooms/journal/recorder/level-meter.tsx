"use client";

import { type Ref, useImperativeHandle, useRef } from "react";

const bars = 28;

/** How loud it has been in the last seconds; drawn without React, sixty times a second. */
export function LevelMeter({ ref }: { ref: Ref<{ push: (level: number) => void }> }) {
  const holder = useRef<HTMLDivElement>(null);
  const levels = useRef<number[]>(new Array(bars).fill(0));
  useImperativeHandle(ref, () => ({
    push: (level) => {
      levels.current = [...levels.current.slice(1), level];
      const drawn = holder.current?.children ?? [];
      for (const [index, bar] of [...drawn].entries()) {
        (bar as HTMLElement).style.transform =
          `scaleY(${Math.max(0.06, levels.current[index] ?? 0)})`;
      }
    },
  }));
  return (
    <div
      ref={holder}
      aria-hidden
      data-slot="level"
      className="flex h-8 min-w-0 flex-1 items-center gap-0.5 overflow-hidden"
    >
      {levels.current.map((_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          key={index}
          style={{ transform: "scaleY(0.06)" }}
          className="h-full w-1 shrink-0 origin-center rounded-full bg-accent-text"
        />
      ))}
    </div>
  );
}
