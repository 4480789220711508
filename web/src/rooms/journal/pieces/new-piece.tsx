"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { useSubmit } from "@/patterns/use-submit";
import { journalPaths } from "@/routing/journal";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { usePieceChanges } from "./data";

interface NewPieceProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function NewPiece({ open, onOpenChange }: NewPieceProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New piece">
        <Form />
      </DialogContent>
    </Dialog>
  );
}

function Form() {
  const [draft, setDraft] = useState({ name: "", medium: "", client: "", deadline: "" });
  const { create } = usePieceChanges();
  const router = useRouter();
  const { submit, busy, problem } = useSubmit(async () => {
    const piece = await create({
      name: draft.name.trim(),
      medium: draft.medium.trim(),
      ...(draft.client.trim() !== "" && { client: draft.client.trim() }),
      ...(draft.deadline !== "" && { deadline: draft.deadline }),
    });
    router.push(journalPaths.project(piece.projectId));
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() !== "") void submit();
  };
  const set = (key: keyof typeof draft) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [key]: event.target.value });
  return (
    <form onSubmit={onSubmit} className="contents">
      <DialogBody>
        <Field label="Title" error={problem?.field("name")}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              value={draft.name}
              maxLength={200}
              onChange={set("name")}
              required
            />
          )}
        </Field>
        <Field label="Medium" optional hint="Such as oil on panel, linocut, bronze">
          {(control) => (
            <Input {...control} value={draft.medium} maxLength={200} onChange={set("medium")} />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Client" optional>
            {(control) => (
              <Input {...control} value={draft.client} maxLength={200} onChange={set("client")} />
            )}
          </Field>
          <Field label="Deadline" optional>
            {(control) => (
              <Input {...control} type="date" value={draft.deadline} onChange={set("deadline")} />
            )}
          </Field>
        </div>
        <FormProblem problem={problem} fields={["name"]} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="solid" disabled={busy || draft.name.trim() === ""}>
          Begin
        </Button>
      </DialogFooter>
    </form>
  );
}
