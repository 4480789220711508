"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import type { Milestone, MilestonePatch } from "./data";

interface CriteriaProps {
  milestone: Milestone;
  readOnly: boolean;
  onEdit: (patch: MilestonePatch) => void;
}

/** What must be true for a milestone to be reached. */
export function Criteria({ milestone, readOnly, onEdit }: CriteriaProps) {
  const [text, setText] = useState("");
  const { name } = milestone;
  const criteria = milestone.criteria.map(({ text: said, met }) => ({ text: said, met }));
  const add = () => {
    if (text.trim() === "") return;
    onEdit({ criteria: [...criteria, { text: text.trim(), met: false }] });
    setText("");
  };
  return (
    <ul aria-label={`Criteria of ${name}`} className="grid gap-1 md:pl-6">
      {criteria.map((criterion, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two criteria may say the same
        <li key={index} className="group flex items-center gap-2">
          <label className="flex min-w-0 flex-1 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={criterion.met}
              disabled={readOnly}
              onChange={({ target }) =>
                onEdit({
                  criteria: criteria.map((known, at) =>
                    at === index ? { ...known, met: target.checked } : known,
                  ),
                })
              }
              className="size-4 shrink-0 accent-accent"
            />
            <span
              className={cn("min-w-0 break-words", criterion.met && "text-ink-soft line-through")}
            >
              {criterion.text}
            </span>
          </label>
          {!readOnly && (
            <Button
              look="ghost"
              size="icon"
              aria-label={`Take out “${criterion.text}”`}
              onClick={() => onEdit({ criteria: criteria.filter((_, at) => at !== index) })}
            >
              <X />
            </Button>
          )}
        </li>
      ))}
      {!readOnly && (
        <li>
          <input
            aria-label={`New criterion of ${name}`}
            placeholder="What must be true by then…"
            value={text}
            maxLength={500}
            onChange={(event) => setText(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key === "Enter") {
                event.preventDefault();
                add();
              }
            }}
            className="h-7 w-full bg-transparent text-sm outline-none placeholder:text-ink-faint focus-visible:border-accent-text focus-visible:border-b max-sm:text-[1rem]"
          />
        </li>
      )}
    </ul>
  );
}
