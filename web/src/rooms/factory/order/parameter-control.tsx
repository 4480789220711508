"use client";

import type { KeyboardEvent } from "react";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import type { Notice } from "./data";
import type { ParameterField } from "./fields";
import { NoticeList } from "./notice-list";
import { chosenOf, listOf, stepped } from "./values";

interface ParameterControlProps {
  field: ParameterField;
  text: string;
  onChange: (text: string) => void;
  refusal: string | undefined;
  errors: readonly Notice[];
  warnings: readonly Notice[];
}

/** More than these don't fit side by side. */
const sideBySide = 14;

/** One parameter of the model. Whatever its kind, several values make several items. */
export function ParameterControl(props: ParameterControlProps) {
  const { field, refusal, errors, warnings } = props;
  return (
    <div className="grid content-start gap-1">
      {field.kind === "choice" && field.options.length <= sideBySide ? (
        <Chips {...props} />
      ) : (
        <Field
          label={field.unit === "" ? field.label : `${field.label} (${field.unit})`}
          error={refusal}
          hint={hintOf(field)}
        >
          {(control) =>
            field.kind === "choice" ? (
              <LongList {...props} control={control} />
            ) : field.kind === "boolean" ? (
              <YesNo {...props} control={control} />
            ) : (
              <Line {...props} control={control} />
            )
          }
        </Field>
      )}
      <NoticeList errors={errors} warnings={warnings} />
    </div>
  );
}

function hintOf({ kind, min, max, hint }: ParameterField): string | undefined {
  const range =
    kind !== "integer" && kind !== "number"
      ? ""
      : min !== null && max !== null
        ? `${min} to ${max}`
        : min !== null
          ? `from ${min}`
          : max !== null
            ? `up to ${max}`
            : "";
  return [hint, range].filter(Boolean).join(" · ") || undefined;
}

type Control = { id: string; "aria-invalid": true | undefined; "aria-describedby"?: string };

function Line({ field, text, onChange, control }: ParameterControlProps & { control: Control }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    if (field.kind === "text") return;
    const next = stepped(field, text, event.key === "ArrowUp" ? 1 : -1);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <Input
      {...control}
      value={text}
      placeholder={field.usual}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={onKeyDown}
      className="tabular-nums"
    />
  );
}

function YesNo({ field, text, onChange, control }: ParameterControlProps & { control: Control }) {
  const usual = field.usual === "true" ? "yes" : field.usual === "false" ? "no" : null;
  return (
    <Select {...control} value={text} onChange={({ target }) => onChange(target.value)}>
      <option value="">{usual === null ? "As usual" : `As usual: ${usual}`}</option>
      <option value="true">Yes</option>
      <option value="false">No</option>
      <option value="true,false">Both</option>
    </Select>
  );
}

function Chips({ field, text, onChange, refusal }: ParameterControlProps) {
  const chosen = chosenOf(text);
  const toggle = (option: string) =>
    onChange(
      listOf(
        chosen.includes(option)
          ? chosen.filter((each) => each !== option)
          : field.options.filter((each) => each === option || chosen.includes(each)),
      ),
    );
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{field.label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {field.options.map((option) => (
          <label
            key={option}
            className="relative flex h-7 select-none items-center rounded-md border border-line-strong bg-sheet px-2 text-ink-soft text-xs tabular-nums transition-colors hover:border-edge has-checked:border-accent-text has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-accent-text"
          >
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={() => toggle(option)}
              className="absolute inset-0 appearance-none outline-none"
            />
            {option}
          </label>
        ))}
      </div>
      {refusal !== undefined && <p className="text-danger-text text-xs">{refusal}</p>}
      {chosen.length === 0 && field.usual !== "" && (
        <p className="text-ink-faint text-xs">As usual: {field.usual}</p>
      )}
    </fieldset>
  );
}

function LongList({
  field,
  text,
  onChange,
  control,
}: ParameterControlProps & { control: Control }) {
  const chosen = chosenOf(text);
  return (
    <select
      {...control}
      multiple
      size={6}
      value={chosen}
      onChange={({ target }) =>
        onChange(listOf([...target.selectedOptions].map((option) => option.value)))
      }
      className="scroll-quiet w-full rounded-md border border-edge bg-sheet p-1 text-ink text-sm"
    >
      {field.options.map((option) => (
        <option key={option} value={option} className="rounded px-1.5 py-0.5">
          {option}
        </option>
      ))}
    </select>
  );
}
