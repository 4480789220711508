"use client";

import { useState } from "react";
import { count } from "@/format/time";
import { FormProblem } from "@/patterns/form-problem";
import { say } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { type Lookup, useLookupChanges } from "./data";
import { refuseWildcard, type Wildcard } from "./wildcards";

interface ImportDialogProps {
  files: readonly Wildcard[];
  known: readonly Lookup[];
  onClose: () => void;
}

/** Shows what files of wildcards would become before they do: one file, one lookup. */
export function ImportDialog({ files, known, onClose }: ImportDialogProps) {
  return (
    <Dialog open={files.length > 0} onOpenChange={(open) => !open && onClose()}>
      {files.length > 0 && (
        <DialogContent
          width="md"
          title={`Import ${count(files.length, "file")}`}
          description="Each becomes a lookup. What takes the place of another one is said."
        >
          <Body files={files} known={known} onClose={onClose} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function Body({ files, known, onClose }: ImportDialogProps) {
  const changes = useLookupChanges();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const rows = files.map((file) => ({
    file,
    refusal: refuseWildcard(file),
    // Only one outside of projects is the same one.
    old: known.find(({ key, projectId }) => key === file.key && !projectId),
  }));
  const chosen = rows.filter(({ file, refusal }) => refusal === null && !left.has(file.fileName));
  const { submit, busy, problem } = useSubmit(async () => {
    for (const { file, old } of chosen) {
      const values = [...file.values];
      if (old === undefined) await changes.create({ key: file.key, values });
      else {
        const result = await changes.update(old, { values });
        // The one that was read meanwhile is replaced as well: that is what was asked for.
        if ("theirs" in result) await changes.update(result.theirs, { values });
      }
      // What is done stays done when the next one fails.
      setLeft((before) => new Set(before).add(file.fileName));
    }
    say(`${count(chosen.length, "lookup")} imported`);
    onClose();
  });
  const toggle = (name: string) => {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    setLeft(next);
  };
  return (
    <>
      <DialogBody>
        <ul className="grid">
          {rows.map(({ file, refusal, old }) => (
            <li key={file.fileName} className="border-line border-b py-2 last:border-b-0">
              <label className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
                <input
                  type="checkbox"
                  disabled={refusal !== null || busy}
                  checked={refusal === null && !left.has(file.fileName)}
                  onChange={() => toggle(file.fileName)}
                  className="mt-0.5 size-4 accent-accent"
                />
                <span className="flex min-w-0 items-baseline gap-2">
                  <span className="truncate font-mono text-xs">[{file.key || file.fileName}]</span>
                  <span className="ml-auto shrink-0 text-ink-soft text-xs">
                    {count(file.values.length, "value")}
                  </span>
                </span>
                <span className="col-start-2 truncate text-ink-faint text-xs">
                  {refusal !== null ? (
                    <span className="text-danger-text">
                      {file.fileName}: {refusal}
                    </span>
                  ) : old !== undefined ? (
                    <span className="text-caution-text">
                      takes the place of {count(old.values.length, "value")}
                    </span>
                  ) : (
                    file.values.slice(0, 6).join(", ")
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <FormProblem problem={problem} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button look="solid" disabled={busy || chosen.length === 0} onClick={() => void submit()}>
          Import {chosen.length}
        </Button>
      </DialogFooter>
    </>
  );
}
