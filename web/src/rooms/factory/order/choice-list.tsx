"use client";

import { cn } from "@/ui/cn";
import type { Choice } from "./completion";

interface ChoiceListProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  marked: number;
  place: { left: number; top: number };
  onChoose: (choice: Choice) => void;
}

/** What can be put where the caret is; the text keeps the focus and listens to the keys. */
export function ChoiceList({ id, label, choices, marked, place, onChoose }: ChoiceListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={`Choices for ${label.toLowerCase()}`}
      style={place}
      className="absolute z-20 max-w-full min-w-48 rounded-lg border border-line bg-sheet p-1 shadow-float"
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the choice
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text listens to the keys
        <div
          key={choice.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          // The focus stays in the text.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
          className={cn(
            "flex h-7 items-center gap-4 rounded-md px-2 text-sm hover:bg-press",
            index === marked && "bg-press",
          )}
        >
          <span className="min-w-0 flex-1 truncate font-mono text-xs">{choice.label}</span>
          {choice.size !== null && (
            <span className="text-2xs text-ink-faint tabular-nums">{choice.size}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Below a character of the text, as it is laid out. */
export function placeOf(
  text: HTMLElement,
  unit: number,
  value: string,
): { left: number; top: number } {
  const outer = text.getBoundingClientRect();
  const range = document.createRange();
  let left = Math.min(unit, value.length);
  for (const part of text.children) {
    const node = part.firstChild;
    const length = node?.textContent?.length ?? 0;
    if (node && left <= length) {
      range.setStart(node, left);
      range.setEnd(node, left);
      break;
    }
    left -= length;
  }
  const box = range.getBoundingClientRect();
  if (box.height === 0) return { left: 0, top: outer.height };
  // Wide enough for a name at the right edge.
  const furthest = Math.max(0, outer.width - 192);
  return { left: Math.min(box.left - outer.left, furthest), top: box.bottom - outer.top + 4 };
}
