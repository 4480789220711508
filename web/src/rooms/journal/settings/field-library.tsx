"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { type FormEvent, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { FormProblem } from "@/patterns/form-problem";
import { InlineText } from "@/patterns/inline-text";
import { useSubmit } from "@/patterns/use-submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { words } from "../stream/draft";
import {
  type CustomFieldPatch,
  type LibraryField,
  useFieldLibrary,
  useSettingsChanges,
} from "./data";
import { keyOf } from "./key-of";

const types: readonly { value: LibraryField["type"]; label: string }[] = [
  { value: "TEXT", label: "Text" },
  { value: "NUMBER", label: "Number" },
  { value: "DATE", label: "Date" },
  { value: "BOOLEAN", label: "Yes or no" },
  { value: "CHOICE", label: "Choice" },
  { value: "LINK", label: "Link" },
];

export function FieldLibrary({ readOnly }: { readOnly: boolean }) {
  const fields = useFieldLibrary(true);
  const { updateField } = useSettingsChanges();
  const change = (field: LibraryField, patch: CustomFieldPatch) =>
    attempt("The field wasn’t changed", async () => {
      await updateField(field, patch);
    });
  const swap = (at: number, step: 1 | -1) => {
    const [field, other] = [fields?.[at], fields?.[at + step]];
    if (field === undefined || other === undefined) return;
    void change(field, { position: other.position }).then(() =>
      change(other, { position: field.position }),
    );
  };
  return (
    <div className="grid gap-5">
      <ul aria-label="Fields" className="grid gap-px">
        {fields?.map((field, index) => (
          <li
            key={field.key}
            className="flex flex-wrap items-center gap-x-2 border-line border-b py-1 last:border-b-0"
          >
            <div className="min-w-32 flex-1">
              <InlineText
                label={`Label of ${field.key}`}
                value={field.label}
                readOnly={readOnly || field.retiredAt !== null}
                maxLength={100}
                refuse={(text) => (text === "" ? "A field needs a label." : null)}
                onCommit={(label) => void change(field, { label })}
                className="mx-0 w-full text-sm"
              />
            </div>
            <Badge>{types.find(({ value }) => value === field.type)?.label.toLowerCase()}</Badge>
            {field.retiredAt !== null && <Badge look="caution">retired</Badge>}
            {!readOnly && (
              <>
                <Button
                  look="ghost"
                  size="icon"
                  aria-label={`Move ${field.label} up`}
                  disabled={index === 0}
                  onClick={() => swap(index, -1)}
                >
                  <ArrowUp />
                </Button>
                <Button
                  look="ghost"
                  size="icon"
                  aria-label={`Move ${field.label} down`}
                  disabled={index === fields.length - 1}
                  onClick={() => swap(index, 1)}
                >
                  <ArrowDown />
                </Button>
                <Button
                  look="ghost"
                  size="sm"
                  onClick={() => void change(field, { retired: field.retiredAt === null })}
                >
                  {field.retiredAt === null ? "Retire" : "Use again"}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && <NewField position={(fields?.at(-1)?.position ?? 0) + 1} />}
    </div>
  );
}

function NewField({ position }: { position: number }) {
  const [label, setLabel] = useState("");
  const [type, setType] = useState<LibraryField["type"]>("TEXT");
  const [choices, setChoices] = useState("");
  const { addField } = useSettingsChanges();
  const { submit, busy, problem } = useSubmit(async () => {
    await addField({
      key: keyOf(label),
      label: label.trim(),
      type,
      position,
      ...(type === "CHOICE" && { choices: words(choices) }),
    });
    setLabel("");
    setChoices("");
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (keyOf(label) !== "") void submit();
  };
  return (
    <form onSubmit={onSubmit} aria-label="New field" className="grid gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <Field label="New field" className="min-w-40 flex-1">
          {(control) => (
            <Input
              {...control}
              value={label}
              maxLength={100}
              placeholder="Edition size"
              onChange={({ target }) => setLabel(target.value)}
            />
          )}
        </Field>
        <Select
          aria-label="Type of the new field"
          value={type}
          onChange={({ target }) => setType(target.value as LibraryField["type"])}
        >
          {types.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={busy || keyOf(label) === ""}>
          Add
        </Button>
      </div>
      {type === "CHOICE" && (
        <Field label="Choices" hint="Separated by commas">
          {(control) => (
            <Input
              {...control}
              value={choices}
              onChange={({ target }) => setChoices(target.value)}
            />
          )}
        </Field>
      )}
      <FormProblem problem={problem} />
    </form>
  );
}
