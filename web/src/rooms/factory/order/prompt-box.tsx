"use client";

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { cn } from "@/ui/cn";
import { ChoiceList, placeOf } from "./choice-list";
import { type Choice, completionAt } from "./completion";
import type { Notice } from "./data";
import type { Syntax } from "./draft";
import { segmentsOf, unitsOf } from "./marks";
import { NoticeList } from "./notice-list";

interface PromptBoxProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  syntax: Syntax;
  lookups: readonly { key: string; size: number }[];
  errors: readonly Notice[];
  warnings: readonly Notice[];
  placeholder?: string;
  optional?: boolean;
  rows: number;
}

const type =
  "scroll-quiet w-full resize-none whitespace-pre-wrap break-words rounded-md border px-3 py-2 font-sans text-base leading-6 max-sm:text-[1rem]";
const looks = {
  error:
    "decoration-danger text-transparent underline [text-decoration-skip-ink:none] decoration-wavy decoration-2",
  warning:
    "decoration-[color:var(--ochre)] text-transparent underline [text-decoration-skip-ink:none] decoration-wavy decoration-2",
} as const;

/** A prompt: what is wrong is underlined where it stands, and brackets are completed. */
export function PromptBox(props: PromptBoxProps) {
  const { label, value, onChange, syntax, lookups, errors, warnings } = props;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const behind = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  /** The text and place that somebody waved the choices away at. */
  const [dismissed, setDismissed] = useState("");
  const [place, setPlace] = useState({ left: 0, top: 0 });

  const here = `${caret}:${value}`;
  const completion =
    caret === null || dismissed === here ? null : completionAt(value, caret, syntax, lookups);
  const choices = completion?.choices ?? [];
  const marked = Math.min(at, choices.length - 1);
  const start = completion?.start ?? null;

  useLayoutEffect(() => {
    const [area, below] = [box.current, behind.current];
    if (area === null || below === null) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
    if (start !== null) setPlace(placeOf(below, start, value));
  }, [value, start]);

  const put = (choice: Choice) => {
    if (completion === null) return;
    const { insert } = choice;
    const next = value.slice(0, completion.start) + insert + value.slice(completion.end);
    const end = completion.start + insert.length;
    onChange(next);
    setDismissed(`${end}:${next}`);
    requestAnimationFrame(() => {
      box.current?.setSelectionRange(end, end);
      setCaret(end);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (choices.length === 0 || event.nativeEvent.isComposing) return;
    const choice = choices[marked];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setAt((marked + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && choice && !modified(event)) {
      put(choice);
    } else if (event.key === "Escape") {
      setDismissed(here);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const follow = () => {
    setCaret(box.current?.selectionStart ?? null);
    setAt(0);
  };
  const select = ({ start: from, end }: Notice) => {
    box.current?.focus();
    if (from === null || end === null) return;
    box.current?.setSelectionRange(unitsOf(value, from), unitsOf(value, Math.max(end, from + 1)));
  };
  const listed = choices.length > 0;

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex justify-between font-medium text-sm">
        {label}
        {props.optional && <span className="font-normal text-ink-faint">Optional</span>}
      </label>
      <div className="relative grid">
        <div
          ref={behind}
          aria-hidden
          className={cn(
            type,
            "pointer-events-none absolute inset-0 z-10 select-none overflow-hidden border-transparent text-transparent",
          )}
        >
          {segmentsOf(value, errors, warnings).map((segment) => (
            <span key={segment.start} className={segment.look === null ? "" : looks[segment.look]}>
              {segment.text}
            </span>
          ))}
        </div>
        <textarea
          ref={box}
          id={id}
          rows={props.rows}
          value={value}
          placeholder={props.placeholder}
          aria-invalid={errors.length > 0 ? true : undefined}
          aria-describedby={`${id}-said`}
          aria-autocomplete="list"
          aria-controls={listed ? `${id}-choices` : undefined}
          aria-activedescendant={listed ? `${id}-choices-${marked}` : undefined}
          onChange={({ target }) => {
            onChange(target.value);
            setCaret(target.selectionStart);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onKeyUp={({ key }) => {
            if (/^(Arrow(Left|Right)|Home|End)$/.test(key)) follow();
          }}
          onClick={follow}
          onBlur={() => setCaret(null)}
          className={cn(
            type,
            "overflow-hidden border-edge bg-sheet text-ink transition-[border-color,box-shadow] duration-100 hover:border-ink-faint focus-visible:border-accent-text focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-accent/20 aria-invalid:border-danger",
          )}
        />
        {listed && (
          <ChoiceList
            id={`${id}-choices`}
            label={label}
            choices={choices}
            marked={marked}
            place={place}
            onChoose={put}
          />
        )}
      </div>
      <NoticeList id={`${id}-said`} errors={errors} warnings={warnings} onSelect={select} />
    </div>
  );
}

function modified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
