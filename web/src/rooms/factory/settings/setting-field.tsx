"use client";

import { type FormEvent, useState } from "react";
import { say } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { explain } from "@/problem/problem";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { type Setting, useSettingChanges } from "./data";
import { kindOf } from "./kinds";

interface SettingFieldProps {
  setting: Setting;
  readOnly: boolean;
}

/** One setting, saved by itself. */
export function SettingField({ setting, readOnly }: SettingFieldProps) {
  const { update } = useSettingChanges();
  const { label, unit, options, show, read, hint } = kindOf(setting.key);
  const before = show(setting.value);
  const [text, setText] = useState(before);
  const value = read(text);
  const { submit, busy, problem } = useSubmit(async (next: unknown) => {
    await update(setting.key, next);
    say("Saved");
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (value !== undefined && text !== before) void submit(value);
  };
  const error =
    problem !== undefined
      ? (problem.field("value") ?? explain(problem))
      : value === undefined
        ? "This can’t be a value."
        : undefined;
  return (
    <form onSubmit={onSubmit}>
      <fieldset disabled={readOnly || busy} className="flex items-start gap-2">
        <Field
          label={unit === "" ? label : `${label} (${unit})`}
          error={error}
          hint={hint || setting.description || undefined}
          className="flex-1"
        >
          {(control) =>
            options ? (
              <Select
                {...control}
                value={text}
                onChange={({ target }) => {
                  setText(target.value);
                  void submit(read(target.value));
                }}
              >
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </Select>
            ) : (
              <Input
                {...control}
                autoComplete="off"
                spellCheck={false}
                value={text}
                onChange={({ target }) => setText(target.value)}
                className="tabular-nums"
              />
            )
          }
        </Field>
        {!options && text !== before && (
          <Button type="submit" disabled={value === undefined} className="mt-6.5">
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
}
