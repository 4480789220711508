"use client";

import { cn } from "@/ui/cn";
import { type Fact, repairs, segments } from "./facts";

interface WordsProps {
  text: string;
  facts: readonly Fact[];
  lit: string | null;
  onLight: (key: string | null) => void;
  /** Plays the second at which a word was said; none for a typed note. */
  onHear: ((ms: number) => void) | undefined;
}

/** A note whose words know what was read out of them. */
export function Words({ text, facts, lit, onLight, onHear }: WordsProps) {
  const hear = (keys: readonly string[]) => {
    const said = facts.find(({ key, heardAt }) => keys.includes(key) && heardAt !== null);
    if (said?.heardAt !== undefined && said.heardAt !== null) onHear?.(said.heardAt);
  };
  return (
    <p className="whitespace-pre-wrap break-words text-base text-ink">
      {segments(text, facts).map((segment) => {
        if (segment.facts.length === 0) return segment.text;
        const on = lit !== null && segment.facts.includes(lit);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the chips do the same with a keyboard
          <span
            key={segment.start}
            onClick={() => hear(segment.facts)}
            data-lit={on || undefined}
            onPointerEnter={() => onLight(segment.facts.at(-1) ?? null)}
            onPointerLeave={() => onLight(null)}
            className={cn(
              "rounded-[0.1875rem] underline decoration-dotted underline-offset-4 transition-colors",
              on
                ? "bg-accent-wash decoration-2 decoration-accent-text decoration-solid"
                : "decoration-line-strong",
            )}
          >
            {segment.text}
          </span>
        );
      })}
    </p>
  );
}

interface TrackedProps {
  raw: string;
  edits: readonly { from: string; to: string; start: number; end: number; reason: string }[];
}

/** What the ear wrote down, with what was repaired in it. */
export function Tracked({ raw, edits }: TrackedProps) {
  return (
    <p className="whitespace-pre-wrap break-words text-base text-ink">
      {repairs(raw, edits).map(({ kind, text, start, reason }) =>
        kind === "same" ? (
          text
        ) : kind === "taken out" ? (
          <del key={`${start}-old`} title={reason} className="text-danger-text line-through">
            {text}
          </del>
        ) : (
          <ins key={`${start}-new`} title={reason} className="mx-0.5 text-good-text underline">
            {text}
          </ins>
        ),
      )}
    </p>
  );
}
