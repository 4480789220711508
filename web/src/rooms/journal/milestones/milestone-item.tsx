"use client";

import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { InlineText } from "@/patterns/inline-text";
import { useNow } from "@/patterns/use-now";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { dueIn } from "../format";
import { Criteria } from "./criteria";
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
  /** Towards which sides it can be moved: only milestones of one day change places. */
  ways: { up: boolean; down: boolean };
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
        <div className="min-w-40 flex-1 max-md:-ml-2">
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
          <span className="ml-auto flex">
            <Arrows name={name} ways={props.ways} onMove={onMove} />
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

function Arrows({
  name,
  ways,
  onMove,
}: { name: string } & Pick<MilestoneItemProps, "ways" | "onMove">) {
  return (
    <>
      {ways.up && (
        <Button
          look="ghost"
          size="icon"
          aria-label={`Move ${name} up`}
          title="Alt ↑"
          onClick={() => onMove(-1)}
        >
          <ArrowUp />
        </Button>
      )}
      {ways.down && (
        <Button
          look="ghost"
          size="icon"
          aria-label={`Move ${name} down`}
          title="Alt ↓"
          onClick={() => onMove(1)}
        >
          <ArrowDown />
        </Button>
      )}
    </>
  );
}
