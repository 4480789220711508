"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { sayWith } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { factoryPaths } from "@/routing/factory";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input, Textarea } from "@/ui/input";
import { useTemplateChanges } from "../templates/data";
import { type Draft, parameterSetOf } from "./draft";
import type { ParameterField } from "./fields";

interface SaveTemplateProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  draft: Draft;
  fields: readonly ParameterField[];
}

export function SaveTemplate(props: SaveTemplateProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent
        title="Save as template"
        description="The prompt, the model and its parameters, to order again."
      >
        <Form {...props} />
      </DialogContent>
    </Dialog>
  );
}

function Form({ onOpenChange, draft, fields }: SaveTemplateProps) {
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const router = useRouter();
  const { create } = useTemplateChanges();
  const { submit, busy, problem } = useSubmit(async () => {
    await create({
      name: name.trim(),
      description: description.trim(),
      provider: draft.provider,
      model: draft.model,
      parameterSet: parameterSetOf(draft, fields),
      ...(draft.projectId !== null && { projectId: draft.projectId }),
    });
    onOpenChange(false);
    sayWith("The template is saved", "Open", () => router.push(factoryPaths.templates()));
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog is inside the order's form for React, which must not hear of this.
    event.stopPropagation();
    if (name.trim() !== "") void submit();
  };
  return (
    <form onSubmit={onSubmit} className="contents">
      <DialogBody>
        <Field label="Name" error={problem?.field("name")}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label="What it is for" optional>
          {(control) => (
            <Textarea
              {...control}
              maxLength={2000}
              value={description}
              onChange={({ target }) => setDescription(target.value)}
            />
          )}
        </Field>
        <FormProblem problem={problem} fields={["name"]} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="solid" disabled={busy || name.trim() === ""}>
          Save
        </Button>
      </DialogFooter>
    </form>
  );
}
