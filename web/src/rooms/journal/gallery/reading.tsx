"use client";

import { useRef } from "react";
import { count } from "@/format/time";
import { Progress } from "@/ui/progress";
import type { Tile } from "./data";
import { shareRead } from "./share-read";

/** How far the server is with looking into files: their text, colours and sizes. */
export function Reading({ tiles }: { tiles: readonly Tile[] | undefined }) {
  const most = useRef(0);
  const left = tiles?.filter(({ state }) => state === "PROCESSING").length ?? 0;
  most.current = left === 0 ? 0 : Math.max(most.current, left);
  if (left === 0) return null;
  return (
    <div
      role="status"
      className="grid grid-cols-[max-content_minmax(0,16rem)] items-center gap-3 px-3 pb-2.5 text-ink-soft text-xs md:px-5"
    >
      <span className="tabular-nums">{count(left, "file")} being read</span>
      <Progress label="Files read" percent={shareRead(most.current, left)} />
    </div>
  );
}
