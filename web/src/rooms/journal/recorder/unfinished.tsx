import { RotateCcw } from "lucide-react";
import { Button } from "@/ui/button";
import { clock } from "../format";
import type { Held } from "./shelf";

interface UnfinishedProps {
  held: Held;
  onFinish: () => void;
  onDiscard: () => void;
}

/** What a page that was closed had recorded. */
export function Unfinished({ held, onFinish, onDiscard }: UnfinishedProps) {
  const at = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(
    held.startedAt,
  );
  return (
    <section
      aria-label={`Unfinished recording from ${at}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line-strong bg-wash px-3 py-2 text-sm"
    >
      <RotateCcw aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        Unfinished recording from {at}
        <span className="text-ink-soft tabular-nums"> · {clock(held.durationMs)} kept</span>
      </span>
      <Button size="sm" look="ghost" onClick={onDiscard}>
        Discard
      </Button>
      <Button size="sm" look="solid" onClick={onFinish}>
        Finish
      </Button>
    </section>
  );
}
