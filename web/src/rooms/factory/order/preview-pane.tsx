"use client";

import { explain, type Problem } from "@/problem/problem";
import { Badge } from "@/ui/badge";
import { cn } from "@/ui/cn";
import { axisName } from "../axis-name";
import { large } from "../money";
import type { Preview } from "./data";
import { differing } from "./differing";

interface PreviewPaneProps {
  preview: Preview | null;
  problem: Problem | null;
  isNow: boolean;
  /** Nothing was typed yet. */
  isEmpty: boolean;
}

/** What the order would be: its axes, and its first items with what differs set off. */
export function PreviewPane({ preview, problem, isNow, isEmpty }: PreviewPaneProps) {
  return (
    <section
      aria-label="Preview"
      aria-busy={!isNow && !isEmpty}
      className={cn("grid content-start gap-4", !isNow && preview !== null && "opacity-70")}
    >
      <h2 className="display text-lg">What it becomes</h2>
      {problem !== null ? (
        <p role="alert" className="rounded-md bg-danger-wash px-3 py-2 text-danger-text text-sm">
          {explain(problem)}
        </p>
      ) : preview === null ? (
        <Lesson isEmpty={isEmpty} />
      ) : (
        <>
          <Axes preview={preview} />
          <Items preview={preview} />
        </>
      )}
    </section>
  );
}

function Lesson({ isEmpty }: { isEmpty: boolean }) {
  if (!isEmpty) return null;
  return (
    <div className="grid gap-3 text-ink-soft text-sm">
      <p>One text can stand for many pictures. Every item is shown here before it is paid for.</p>
      <dl className="grid gap-2">
        {[
          ["a [red,blue] fox", "one each"],
          ["[1..4] apples", "numbers, both ends included"],
          ["a [color] fox, [=color] frame", "a lookup, and the same colour again"],
          ["[day,night] by [sea|river]", "a draw for each item"],
          ["[1..100:3] stars", "three of a hundred"],
        ].map(([text, means]) => (
          <div key={text} className="grid gap-0.5">
            <dt>
              <code className="rounded bg-press px-1 py-px font-mono text-ink text-xs">{text}</code>
            </dt>
            <dd className="text-xs">{means}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Axes({ preview: { axes, duplicatesRemoved } }: { preview: Preview }) {
  if (axes.length === 0 && duplicatesRemoved === "0") return null;
  return (
    <div className="grid gap-1.5">
      {axes.length > 0 && (
        <ul aria-label="Axes" className="flex flex-wrap gap-1.5">
          {axes.map((axis) => (
            <li key={`${axis.field}-${axis.start}-${axis.name}`} className="max-w-full">
              <Badge
                look={axis.drawn ? "line" : "accent"}
                className="max-w-full"
                title={axis.values.join(", ")}
              >
                <span className="truncate">{axisName(axis.name, axis.values)}</span>
                <span className="tabular-nums">
                  {axis.drawn ? "by chance" : `× ${axis.size.toLocaleString("en-GB")}`}
                </span>
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {duplicatesRemoved !== "0" && (
        <p className="text-ink-faint text-xs">
          {large(duplicatesRemoved)} would have been the same and are left out.
        </p>
      )}
    </div>
  );
}

function Items({ preview: { items, count } }: { preview: Preview }) {
  const prompts = differing(items.map(({ prompt }) => prompt));
  const settings = items.map(({ parameters }) => settingsOf(parameters));
  const varying = new Set(
    [...new Set(settings.flatMap((each) => [...each.keys()]))].filter(
      (name) => new Set(settings.map((each) => each.get(name))).size > 1,
    ),
  );
  if (items.length === 0) {
    return (
      <p className="text-ink-soft text-sm">As soon as the text is right, its items stand here.</p>
    );
  }
  return (
    <>
      <ol aria-label="First items" className="grid">
        {items.map((item, at) => (
          <li
            key={item.index}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-line border-b py-1.5 text-sm last:border-b-0"
          >
            <span className="text-right text-2xs text-ink-faint tabular-nums leading-5">
              {at + 1}
            </span>
            <span className="min-w-0 break-words">
              {prompts[at]?.map((word, index) =>
                word.differs ? (
                  <mark
                    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text don't move
                    key={index}
                    className="rounded-[0.1875rem] bg-accent-wash px-px text-accent-text"
                  >
                    {word.text}
                  </mark>
                ) : (
                  word.text
                ),
              )}
              {[...varying].map((name) => (
                <span key={name} className="ml-2 whitespace-nowrap text-ink-soft text-xs">
                  {name} <span className="text-accent-text">{settings[at]?.get(name)}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {BigInt(count) > BigInt(items.length) && (
        <p className="text-ink-faint text-xs">
          and {large(String(BigInt(count) - BigInt(items.length)))} more
        </p>
      )}
    </>
  );
}

function settingsOf(parameters: unknown): Map<string, string> {
  return new Map(
    typeof parameters === "object" && parameters !== null
      ? Object.entries(parameters).map(([name, value]) => [name, String(value)])
      : [],
  );
}
