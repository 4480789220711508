"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/ui/dialog";
import type { Clash } from "./merge";

interface ClashDialogProps<Field extends string> {
  what: string;
  clashes: readonly Clash<Field>[];
  labelOf: (field: Field) => string;
  show: (value: unknown) => string;
  /** Fields that are written in signs rather than words. */
  isCode?: (field: Field) => boolean;
  /** Fields of which both values can stay, one below the other. */
  joinable?: readonly Field[];
  /** The fields in which mine stays, and those in which both do; in the others theirs does. */
  onResolve: (mine: ReadonlySet<Field>, both: ReadonlySet<Field>) => void;
}

type Side = "mine" | "theirs" | "both";
const sideLabels: Readonly<Record<Side, string>> = {
  mine: "Mine",
  theirs: "Theirs",
  both: "Both, mine first",
};
const sides: readonly Side[] = ["mine", "theirs", "both"];

/** Asks, field by field, whose text stays. Nothing is lost before the answer. */
export function ClashDialog<Field extends string>(props: ClashDialogProps<Field>) {
  const { what, clashes, labelOf, show, isCode, joinable = [], onResolve } = props;
  const [choices, setChoices] = useState<ReadonlyMap<Field, Side>>(new Map());
  const chosen = (side: Side) =>
    new Set(clashes.map(({ field }) => field).filter((field) => choices.get(field) === side));
  const all = new Set(clashes.map(({ field }) => field));
  return (
    <Dialog open>
      <DialogContent
        width="lg"
        role="alertdialog"
        title="Someone else was here first"
        description={`While you were editing, ${what} was changed. Choose what stays; the rest is merged.`}
        onEscapeKeyDown={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.preventDefault()}
        withoutClose
      >
        <DialogBody>
          {clashes.map(({ field, ...values }) => (
            <fieldset key={field} className="grid gap-2 sm:grid-cols-2">
              <legend className="mb-2 font-semibold text-sm">{labelOf(field)}</legend>
              {sides.slice(0, joinable.includes(field) ? 3 : 2).map((side) => (
                <label
                  key={side}
                  className="grid content-start gap-1.5 rounded-lg last:even:col-span-full border border-line-strong bg-paper p-3 hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-accent-text has-checked:border-accent-text has-checked:bg-accent-wash"
                >
                  <span className="flex items-center gap-2 text-ink-soft text-xs">
                    <input
                      type="radio"
                      name={field}
                      checked={choices.get(field) === side}
                      onChange={() => setChoices(new Map(choices).set(field, side))}
                      className="accent-accent"
                    />
                    {sideLabels[side]}
                  </span>
                  {side !== "both" && (
                    <span
                      className={cn(
                        "scroll-quiet max-h-40 overflow-y-auto whitespace-pre-wrap break-words text-sm",
                        isCode?.(field) === true && "font-mono text-xs",
                      )}
                    >
                      {show(values[side]) || "(empty)"}
                    </span>
                  )}
                </label>
              ))}
            </fieldset>
          ))}
        </DialogBody>
        <DialogFooter>
          <Button look="ghost" onClick={() => onResolve(new Set(), new Set())}>
            Take theirs
          </Button>
          <Button onClick={() => onResolve(all, new Set())}>Keep mine</Button>
          <Button
            look="solid"
            disabled={choices.size < clashes.length}
            onClick={() => onResolve(chosen("mine"), chosen("both"))}
          >
            Save as chosen
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
