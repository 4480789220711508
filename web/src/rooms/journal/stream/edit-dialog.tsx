"use client";

import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input, Textarea } from "@/ui/input";
import { Select } from "@/ui/select";
import { type Entry, type LogPatch, useProjectChoices } from "./data";
import { type Draft, draftOf, patchOf } from "./draft";
import { uses } from "./fact-chip";
import type { Use } from "./facts";
import { History } from "./history";

interface EditDialogProps {
  entry: Entry;
  onClose: () => void;
  onSave: (patch: LogPatch) => void;
}

/** All that a note says, to be put right by hand. */
export function EditDialog({ entry, onClose, onSave }: EditDialogProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(entry));
  const choices = useProjectChoices();
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const patch = patchOf(entry, draft);
    if (Object.keys(patch).length > 0) onSave(patch);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="Edit the note" width="md">
        <form onSubmit={onSubmit} className="contents">
          <DialogBody>
            <Field label="Note">
              {(control) => (
                <Textarea
                  {...control}
                  value={draft.rawText}
                  className="field-sizing-content max-h-60"
                  onChange={(event) => change({ rawText: event.target.value })}
                />
              )}
            </Field>
            <div className="grid gap-4 sm:grid-cols-3">
              <Field label="Project">
                {(control) => (
                  <Select
                    {...control}
                    value={draft.projectId}
                    onChange={(event) => change({ projectId: event.target.value })}
                  >
                    <option value="">No project</option>
                    {choices.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field label="Minutes">
                {(control) => (
                  <Input
                    {...control}
                    type="number"
                    min={0}
                    max={1440}
                    inputMode="numeric"
                    value={draft.minutes}
                    onChange={(event) => change({ minutes: event.target.value })}
                  />
                )}
              </Field>
              <Field label="Day">
                {(control) => (
                  <Input
                    {...control}
                    type="date"
                    value={draft.day}
                    onChange={(event) => change({ day: event.target.value })}
                  />
                )}
              </Field>
            </div>
            <Materials value={draft.materials} onChange={(materials) => change({ materials })} />
            <Field label="Techniques" hint="Separated by commas">
              {(control) => (
                <Input
                  {...control}
                  value={draft.techniques}
                  onChange={(event) => change({ techniques: event.target.value })}
                />
              )}
            </Field>
            <Field label="Tags" hint="Separated by commas">
              {(control) => (
                <Input
                  {...control}
                  value={draft.tags}
                  onChange={(event) => change({ tags: event.target.value })}
                />
              )}
            </Field>
            <History id={entry.logId} />
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button look="ghost">Cancel</Button>
            </DialogClose>
            <Button type="submit" look="solid">
              Save
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

interface MaterialsProps {
  value: Draft["materials"];
  onChange: (value: Draft["materials"]) => void;
}

function Materials({ value, onChange }: MaterialsProps) {
  const put = (at: number, part: Partial<Draft["materials"][number]>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">Materials</legend>
      {value.map((row, index) => (
        <div key={row.key} className="flex gap-2">
          <Input
            aria-label={`Material ${index + 1}`}
            value={row.term}
            onChange={(event) => put(index, { term: event.target.value })}
          />
          <Select
            aria-label={`How material ${index + 1} was used`}
            value={row.use}
            className="w-30 shrink-0"
            onChange={(event) => put(index, { use: event.target.value as Use })}
          >
            {Object.entries(uses).map(([use, { label }]) => (
              <option key={use} value={use}>
                {label}
              </option>
            ))}
          </Select>
          <Button
            look="ghost"
            size="iconLg"
            aria-label={`Take out material ${index + 1}`}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <X />
          </Button>
        </div>
      ))}
      <Button
        size="sm"
        look="ghost"
        className="justify-self-start"
        onClick={() =>
          onChange([
            ...value,
            { key: `new-${value.length}-${Math.random()}`, term: "", use: "USED" },
          ])
        }
      >
        <Plus /> Add a material
      </Button>
    </fieldset>
  );
}
