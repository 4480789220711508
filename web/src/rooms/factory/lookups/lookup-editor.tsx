"use client";

import type { FormEvent } from "react";
import { count } from "@/format/time";
import { attempt } from "@/patterns/attempt";
import { ClashDialog } from "@/patterns/clash-dialog";
import { FormProblem } from "@/patterns/form-problem";
import { say, sayUndoable } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input, Textarea } from "@/ui/input";
import { useProjectChoices } from "../order/data";
import { type Lookup, useLookupChanges } from "./data";
import { LookupHead } from "./lookup-head";
import { namesFor } from "./resolve";
import { ResolvedValues } from "./resolved-values";
import { useLookupForm } from "./use-lookup-form";
import { linesOf } from "./wildcards";

interface LookupEditorProps {
  /** Null makes a new one. */
  lookup: Lookup | null;
  all: readonly Lookup[];
  readOnly: boolean;
  onOpen: (id: string | null) => void;
}

const labels = { values: "Values", description: "Description", category: "Category" } as const;

/** A lookup as lines, beside what it stands for in a prompt. */
export function LookupEditor({ lookup, all, readOnly, onOpen }: LookupEditorProps) {
  const form = useLookupForm(lookup, onOpen);
  const { draft, set, changed, save, clash } = form;
  const { submit, busy, problem } = useSubmit(save);
  const { create, remove } = useLookupChanges();
  const projects = useProjectChoices();
  const values = linesOf(draft.values);
  const names = namesFor(all, lookup?.projectId ?? null);
  const categories = [...new Set(all.map(({ category }) => category ?? "").filter(Boolean))];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (changed) void submit();
  };
  const onDelete = (gone: Lookup) =>
    attempt("The lookup wasn’t deleted", async () => {
      await remove(gone.id);
      onOpen(null);
      const { key, values: listed, description, category, projectId } = gone;
      const back = async () => {
        onOpen((await create({ key, values: listed, description, category, projectId })).id);
      };
      sayUndoable(
        `[${key}] is deleted`,
        () => void attempt("The lookup wasn’t brought back", back),
      );
    });

  return (
    <form
      onSubmit={onSubmit}
      aria-label={lookup === null ? "New lookup" : `Lookup ${lookup.key}`}
      className="grid content-start gap-5 px-4 py-5 md:px-6 xl:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]"
    >
      <div className="grid content-start gap-4">
        <LookupHead
          lookup={lookup}
          project={projects.find(({ id }) => id === lookup?.projectId)?.name}
          onBack={() => onOpen(null)}
          onDelete={readOnly || lookup === null ? null : () => void onDelete(lookup)}
        />
        <fieldset disabled={readOnly} className="grid gap-4">
          {lookup === null && (
            <Field
              label="Name"
              error={problem?.field("key")}
              hint="A letter, then letters, digits, _ and -. Prompts call it by this."
            >
              {(control) => (
                <Input
                  {...control}
                  autoFocus
                  required
                  maxLength={100}
                  spellCheck={false}
                  autoCapitalize="none"
                  value={draft.key}
                  onChange={({ target }) => set({ key: target.value })}
                  className="font-mono"
                />
              )}
            </Field>
          )}
          <Field
            label="Values"
            error={problem?.field("values")}
            hint={`One a line. ${count(values.length, "value")}.`}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={14}
                spellCheck={false}
                value={draft.values}
                onChange={({ target }) => set({ values: target.value })}
                className="scroll-quiet leading-5"
              />
            )}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Description" optional error={problem?.field("description")}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={2000}
                  value={draft.description}
                  onChange={({ target }) => set({ description: target.value })}
                />
              )}
            </Field>
            <Field label="Category" optional error={problem?.field("category")}>
              {(control) => (
                <>
                  <Input
                    {...control}
                    list={`${control.id}-known`}
                    maxLength={100}
                    value={draft.category}
                    onChange={({ target }) => set({ category: target.value })}
                  />
                  <datalist id={`${control.id}-known`}>
                    {categories.map((category) => (
                      <option key={category} value={category} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
          </div>
        </fieldset>
        <FormProblem problem={problem} fields={["key", "values", "description", "category"]} />
        {!readOnly && (
          <div className="flex gap-2">
            <Button
              type="submit"
              look="solid"
              disabled={busy || !changed || values.length === 0 || draft.key.trim() === ""}
            >
              {lookup === null ? "Make it" : "Save"}
            </Button>
            {changed && lookup !== null && (
              <Button look="ghost" onClick={form.reset}>
                Take back
              </Button>
            )}
          </div>
        )}
      </div>
      <ResolvedValues values={values} name={draft.key} names={names} />
      {clash !== null && (
        <ClashDialog
          what={`[${draft.key}]`}
          clashes={clash.clashes}
          labelOf={(field) => labels[field]}
          show={(value) => (Array.isArray(value) ? value.join("\n") : String(value ?? ""))}
          onResolve={(mine) => {
            void attempt("The lookup wasn’t saved", async () => {
              await form.resolve(mine);
              say("Saved");
            });
          }}
        />
      )}
    </form>
  );
}
