"use client";

import { ArrowDown, ArrowUp, GripVertical, Trash2, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { InlineText } from "@/patterns/inline-text";
import { useNow } from "@/patterns/use-now";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { dueIn } from "../format";
import type { Milestone, MilestonePatch } from "./data";

const statuses: readonly { value: Milestone["status"]; label: string }[] = [
  { value: "PENDING", label: "Pending" },
  { value: "IN_PROGRESS", label: "In progress" },
  { value: "COMPLETE", label: "Complete" },
];

interface MilestoneItemProps {
  milestone: Milestone;
  readOnly: boolean;
  onEdit: (patch: MilestonePatch) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDrop: () => void;
}

/** One milestone, edited where it stands; Alt with an arrow moves it. */
export function MilestoneItem(props: MilestoneItemProps) {
  const { milestone, readOnly, onEdit, onMove, onRemove } = props;
  const { name, due, status } = milestone;
  const now = useNow();
  const late = due !== null && status !== "COMPLETE" && Date.parse(due) < now - 86_400_000;
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li
      draggable={!readOnly}
      onDragStart={props.onDragStart}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
      onKeyDown={onKeyDown}
      className="grid gap-2 rounded-lg border border-line bg-sheet p-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        {!readOnly && (
          <GripVertical
            aria-hidden
            className="size-4 shrink-0 cursor-grab text-ink-faint max-md:hidden"
          />
        )}
        <div className="min-w-40 flex-1">
          <InlineText
            label="Name"
            value={name}
            readOnly={readOnly}
            maxLength={200}
            refuse={(text) => (text === "" ? "A milestone needs a name." : null)}
            onCommit={(text) => onEdit({ name: text })}
            className={cn(
              "mx-0 w-full font-medium text-sm",
              status === "COMPLETE" && "text-ink-soft",
            )}
          />
        </div>
        <span className={cn("text-xs", late ? "font-medium text-danger-text" : "text-ink-soft")}>
          {due !== null && `${late ? "late, " : ""}${dueIn(due, now)}`}
        </span>
        <Input
          aria-label={`Due: ${name}`}
          type="date"
          key={due ?? ""}
          defaultValue={due ?? ""}
          readOnly={readOnly}
          onBlur={({ target }) =>
            target.value !== (due ?? "") && onEdit({ due: target.value || null })
          }
          className="max-w-36"
        />
        <Select
          aria-label={`Status of ${name}`}
          value={status}
          disabled={readOnly}
          onChange={({ target }) => onEdit({ status: target.value as Milestone["status"] })}
        >
          {statuses.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {!readOnly && (
          <span className="flex">
            <Button
              look="ghost"
              size="icon"
              aria-label={`Move ${name} up`}
              title="Alt ↑"
              onClick={() => onMove(-1)}
            >
              <ArrowUp />
            </Button>
            <Button
              look="ghost"
              size="icon"
              aria-label={`Move ${name} down`}
              title="Alt ↓"
              onClick={() => onMove(1)}
            >
              <ArrowDown />
            </Button>
            <Button look="ghost" size="icon" aria-label={`Delete ${name}`} onClick={onRemove}>
              <Trash2 />
            </Button>
          </span>
        )}
      </div>
      <Criteria milestone={milestone} readOnly={readOnly} onEdit={onEdit} />
    </li>
  );
}

function Criteria({
  milestone,
  readOnly,
  onEdit,
}: Pick<MilestoneItemProps, "milestone" | "readOnly" | "onEdit">) {
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
