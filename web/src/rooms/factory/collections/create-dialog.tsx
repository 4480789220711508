"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { useSubmit } from "@/patterns/use-submit";
import { factoryPaths } from "@/routing/factory";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input, Textarea } from "@/ui/input";
import { useCollectionChanges } from "./data";

interface CreateDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CreateCollectionDialog({ open, onOpenChange }: CreateDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New collection">
        <CreateForm onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

const fields = ["name", "description"];

function CreateForm({ onDone }: { onDone: () => void }) {
  const { create } = useCollectionChanges();
  const router = useRouter();
  const { submit, busy, problem } = useSubmit(async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const { id } = await create({ name: text("name"), description: text("description") });
    onDone();
    router.push(factoryPaths.collection(id));
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={onSubmit} className="contents">
      <DialogBody>
        <Field label="Name" error={problem?.field("name")}>
          {(control) => (
            <Input {...control} name="name" maxLength={200} autoComplete="off" required />
          )}
        </Field>
        <Field label="Description" optional error={problem?.field("description")}>
          {(control) => <Textarea {...control} name="description" maxLength={2000} />}
        </Field>
        <FormProblem problem={problem} fields={fields} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="solid" disabled={busy}>
          Create
        </Button>
      </DialogFooter>
    </form>
  );
}
