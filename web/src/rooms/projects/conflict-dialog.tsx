"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/ui/dialog";
import { type Choice, type Choices, overlap, type ProjectField, projectFields } from "./conflict";
import { showJson } from "./settings";
import type { Conflict } from "./use-project-edits";

interface ConflictDialogProps {
  conflict: Conflict;
  onResolve: (choices: Choices) => void;
}

/** Asks, field by field, whose text stays. Nothing is lost before the answer. */
export function ConflictDialog({ conflict, onResolve }: ConflictDialogProps) {
  const { base, mine, theirs } = conflict;
  const fields = overlap(base, mine, theirs);
  const [choices, setChoices] = useState<Choices>({});
  const all = (choice: Choice) => Object.fromEntries(fields.map((field) => [field, choice]));
  const decided = fields.every((field) => choices[field] !== undefined);

  return (
    <Dialog open>
      <DialogContent
        width="lg"
        role="alertdialog"
        title="Someone else was here first"
        description="While you were editing, this project was changed. Choose what stays."
        onEscapeKeyDown={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.preventDefault()}
        withoutClose
      >
        <DialogBody>
          {fields.map((field) => (
            <FieldChoice
              key={field}
              field={field}
              mine={mine[field]}
              theirs={theirs[field]}
              choice={choices[field]}
              onChoose={(choice) => setChoices({ ...choices, [field]: choice })}
            />
          ))}
        </DialogBody>
        <DialogFooter>
          <Button look="ghost" onClick={() => onResolve(all("theirs"))}>
            Take theirs
          </Button>
          <Button onClick={() => onResolve(all("mine"))}>Keep mine</Button>
          <Button look="solid" disabled={!decided} onClick={() => onResolve(choices)}>
            Save as chosen
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

interface FieldChoiceProps {
  field: ProjectField;
  mine: unknown;
  theirs: unknown;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

function FieldChoice({ field, mine, theirs, choice, onChoose }: FieldChoiceProps) {
  const label = projectFields.find((candidate) => candidate.field === field)?.label ?? field;
  const sides = [
    { side: "mine", title: "Mine", value: mine },
    { side: "theirs", title: "Theirs", value: theirs },
  ] as const;
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="mb-2 font-semibold text-sm">{label}</legend>
      {sides.map(({ side, title, value }) => (
        <label
          key={side}
          className="relative grid content-start gap-1.5 rounded-lg border border-line-strong bg-paper p-3 transition-colors hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-accent-text has-checked:border-accent-text has-checked:bg-accent-wash"
        >
          <span className="flex items-center gap-2 text-ink-soft text-xs">
            <input
              type="radio"
              name={field}
              checked={choice === side}
              onChange={() => onChoose(side)}
              className="accent-accent"
            />
            {title}
          </span>
          <span
            className={cn(
              "scroll-quiet max-h-40 overflow-y-auto whitespace-pre-wrap break-words text-ink text-sm",
              field === "settings" && "font-mono text-xs",
            )}
          >
            {show(value)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function show(value: unknown): string {
  if (typeof value !== "string") return showJson(value);
  return value === "" ? "(empty)" : value;
}
