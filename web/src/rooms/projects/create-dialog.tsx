"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { useSubmit } from "@/patterns/use-submit";
import { Problem } from "@/problem/problem";
import { paths } from "@/routing/paths";
import { caps } from "@/shortcuts/match";
import { useIsMac } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input, Textarea } from "@/ui/input";
import { Kbd } from "@/ui/kbd";
import { useProjectChanges } from "./changing/data";
import { usualTypes } from "./types";

interface CreateDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CreateProjectDialog({ open, onOpenChange }: CreateDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New project">
        <CreateForm onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

const fields = ["name", "type", "description"];

function CreateForm({ onDone }: { onDone: () => void }) {
  const { create } = useProjectChanges();
  const router = useRouter();
  const mac = useIsMac();
  const typeList = useId();
  const { submit, busy, problem } = useSubmit(async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const name = text("name");
    if (name === "") throw nameIsMissing();
    const type = text("type");
    const description = text("description");
    const project = await create({
      name,
      ...(type !== "" && { type }),
      ...(description !== "" && { description }),
    });
    onDone();
    router.push(paths.project(project.id));
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };

  return (
    <form
      onSubmit={onSubmit}
      noValidate
      className="contents"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <DialogBody>
        <Field label="Name" error={problem?.field("name")}>
          {(control) => (
            <Input {...control} name="name" maxLength={200} autoComplete="off" required />
          )}
        </Field>
        <Field label="Type" optional error={problem?.field("type")} hint="A word for what it is.">
          {(control) => (
            <>
              <Input
                {...control}
                name="type"
                list={typeList}
                maxLength={40}
                autoComplete="off"
                placeholder="painting"
              />
              <datalist id={typeList}>
                {usualTypes.map((type) => (
                  <option key={type} value={type} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field label="Description" optional error={problem?.field("description")}>
          {(control) => <Textarea {...control} name="description" rows={4} maxLength={20_000} />}
        </Field>
        <FormProblem problem={problem} fields={fields} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="solid" disabled={busy}>
          Create project
          <Kbd caps={caps("mod+enter", mac)} className="opacity-80 max-sm:hidden" />
        </Button>
      </DialogFooter>
    </form>
  );
}

function nameIsMissing(): Problem {
  const message = "A project needs a name.";
  return new Problem({
    code: "invalid_input",
    message,
    fields: [{ path: "name", code: "required", message }],
  });
}
