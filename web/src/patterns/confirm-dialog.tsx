"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { FormProblem } from "./form-problem";
import { useSubmit } from "./use-submit";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  action: string;
  /** What must be typed first, for what nothing brings back. */
  typed?: string;
  onConfirm: () => Promise<void>;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title={props.title} role="alertdialog">
        <ConfirmForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

function ConfirmForm({ children, action, typed, onConfirm, onOpenChange }: ConfirmDialogProps) {
  const [text, setText] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    await onConfirm();
    onOpenChange(false);
  });
  const ready = typed === undefined || text.trim() === typed.trim();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void submit();
  };
  return (
    <form onSubmit={onSubmit} className="contents">
      <DialogBody>
        <div className="grid gap-2 text-ink-soft text-sm">{children}</div>
        {typed !== undefined && (
          <Field label={`Type “${typed}” to confirm`}>
            {(control) => (
              <Input
                {...control}
                value={text}
                onChange={(event) => setText(event.target.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        )}
        <FormProblem problem={problem} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="danger" disabled={!ready || busy}>
          {action}
        </Button>
      </DialogFooter>
    </form>
  );
}
