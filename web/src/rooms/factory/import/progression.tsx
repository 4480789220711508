"use client";

import { count } from "@/format/time";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { canRetry, type Entry, type ImportQueue } from "./queue";
import { summaryOf, summaryText } from "./summary";

interface ProgressionProps {
  queue: ImportQueue;
  entries: readonly Entry[];
}

/** How far all of it is, and what can be done about it. */
export function Progression({ queue, entries }: ProgressionProps) {
  const summary = summaryOf(entries);
  const again = entries.filter(canRetry).length;
  return (
    <section aria-label="Progress" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <p role="status" className="min-w-40 flex-1 text-sm tabular-nums">
          {summary.open > 0 && (
            <span className="font-medium">
              {summary.over.toLocaleString("en-GB")} of {count(entries.length, "file")}
              {". "}
            </span>
          )}
          <span className="text-ink-soft">{summaryText(summary)}</span>
        </p>
        {again > 0 && (
          <Button size="sm" onClick={() => queue.retry()}>
            Try {again === 1 ? "it" : `all ${again.toLocaleString("en-GB")}`} again
          </Button>
        )}
        {summary.open > 0 ? (
          <Button size="sm" look="quietDanger" onClick={() => queue.cancel()}>
            Cancel
          </Button>
        ) : (
          <Button size="sm" look="ghost" onClick={() => queue.forget()}>
            Clear the list
          </Button>
        )}
      </div>
      <Progress label="Progress of all files" percent={summary.percent} />
    </section>
  );
}
