"use client";

import type { FormEvent } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { useSubmit } from "@/patterns/use-submit";
import { useCreateOrganisation } from "@/session/data";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

interface CreateOrganisationDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CreateOrganisationDialog({ open, onOpenChange }: CreateOrganisationDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Create an organisation"
        description="A studio, a school, a collective: its members share projects."
      >
        <CreateForm onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function CreateForm({ onDone }: { onDone: () => void }) {
  const create = useCreateOrganisation();
  const { switchTenant } = useSession();
  const { submit, busy, problem } = useSubmit(async (name: string) => {
    const id = await create(name);
    onDone();
    switchTenant(id);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(String(new FormData(event.currentTarget).get("name")).trim());
  };
  return (
    <form onSubmit={onSubmit} className="contents">
      <DialogBody>
        <Field label="Name" error={problem?.field("name")}>
          {(control) => (
            <Input {...control} name="name" autoComplete="organization" maxLength={200} required />
          )}
        </Field>
        <FormProblem problem={problem} fields={["name"]} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="solid" disabled={busy}>
          Create organisation
        </Button>
      </DialogFooter>
    </form>
  );
}
