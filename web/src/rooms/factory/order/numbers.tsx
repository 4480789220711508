"use client";

import { Dices } from "lucide-react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { useProjectChoices } from "./data";
import type { Draft } from "./draft";

interface NumbersProps {
  draft: Draft;
  refused: Readonly<Record<string, string>>;
  onChange: (change: Partial<Draft>) => void;
}

/** How many, how soon, and for how much at most. */
export function Numbers({ draft, refused, onChange }: NumbersProps) {
  const projects = useProjectChoices();
  const line = (name: "quantity" | "sample" | "priority" | "budget", placeholder?: string) =>
    ((control) => (
      <Input
        {...control}
        inputMode={name === "budget" ? "decimal" : "numeric"}
        autoComplete="off"
        placeholder={placeholder}
        value={draft[name]}
        onChange={({ target }) => onChange({ [name]: target.value })}
        className="tabular-nums"
      />
    )) satisfies Parameters<typeof Field>[0]["children"];
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 font-semibold text-sm">The order</legend>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Field label="Images an item" error={refused.quantity}>
          {line("quantity")}
        </Field>
        <Field label="Sample" optional error={refused.sample} hint="So many items by chance.">
          {line("sample", "All")}
        </Field>
        <Field
          label="Seed of the draws"
          error={refused.seed}
          hint="The same seed draws the same again."
        >
          {(control) => (
            <span className="relative grid">
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                withButton
                value={draft.seed}
                onChange={({ target }) => onChange({ seed: target.value })}
                className="tabular-nums"
              />
              <Button
                look="ghost"
                size="icon"
                aria-label="Another seed"
                title="Another seed"
                onClick={() => onChange({ seed: anySeed() })}
                className="absolute top-0.5 right-0.5"
              >
                <Dices />
              </Button>
            </span>
          )}
        </Field>
        <Field label="Priority" error={refused.priority} hint="Larger is served sooner.">
          {line("priority")}
        </Field>
        <Field
          label="Budget"
          optional
          error={refused.budget}
          hint="More than this is never spent on the order."
        >
          {line("budget", "No limit")}
        </Field>
        {projects.length > 0 && (
          <Field label="Project" optional hint="Its lookups count too.">
            {(control) => (
              <Select
                {...control}
                value={draft.projectId ?? ""}
                onChange={({ target }) => onChange({ projectId: target.value || null })}
              >
                <option value="">None</option>
                {projects.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
    </fieldset>
  );
}

/** Short enough to be read aloud. */
function anySeed(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(drawn);
}
