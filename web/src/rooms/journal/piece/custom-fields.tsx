"use client";

import Link from "next/link";
import { InlineText } from "@/patterns/inline-text";
import { journalPaths } from "@/routing/journal";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { type LibraryField, useFieldLibrary } from "../settings/data";

interface CustomFieldsProps {
  value: unknown;
  readOnly: boolean;
  onCommit: (value: Record<string, unknown>) => void;
}

/** The studio's own fields, in the order of its library. */
export function CustomFields({ value, readOnly, onCommit }: CustomFieldsProps) {
  const fields = useFieldLibrary(false);
  const values =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const commit = (key: string, next: unknown) => {
    const { [key]: _old, ...rest } = values;
    onCommit(next === null || next === "" ? rest : { ...rest, [key]: next });
  };
  return (
    <section aria-label="Own fields" className="grid gap-3 border-line border-t pt-5">
      <h2 className="font-semibold text-sm">Own fields</h2>
      {fields?.length === 0 && (
        <p className="text-ink-soft text-sm">
          None yet. The{" "}
          <Link href={journalPaths.settings()} className="text-accent-text underline">
            field library
          </Link>{" "}
          holds what this studio keeps about every piece: an edition size, a varnish date, a shelf.
        </p>
      )}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {fields?.map((field) => (
          <div key={field.key} className="grid content-start gap-1 text-sm">
            <span className="text-ink-faint text-xs">
              {field.label}
              {field.unit && ` (${field.unit})`}
            </span>
            <FieldValue
              field={field}
              value={values[field.key]}
              readOnly={readOnly}
              onCommit={(next) => commit(field.key, next)}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

interface FieldValueProps {
  field: LibraryField;
  value: unknown;
  readOnly: boolean;
  onCommit: (value: unknown) => void;
}

function FieldValue({ field, value, readOnly, onCommit }: FieldValueProps) {
  const text = value === undefined || value === null ? "" : String(value);
  switch (field.type) {
    case "BOOLEAN":
      return (
        <input
          type="checkbox"
          aria-label={field.label}
          checked={value === true}
          disabled={readOnly}
          onChange={({ target }) => onCommit(target.checked)}
          className="size-4 accent-accent"
        />
      );
    case "CHOICE":
      return (
        <Select
          aria-label={field.label}
          value={text}
          disabled={readOnly}
          onChange={({ target }) => onCommit(target.value)}
        >
          <option value="">None</option>
          {field.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      );
    case "NUMBER":
    case "DATE":
      return (
        <Input
          key={text}
          aria-label={field.label}
          type={field.type === "DATE" ? "date" : "number"}
          step="any"
          defaultValue={text}
          readOnly={readOnly}
          onBlur={({ target }) => {
            if (target.value === text) return;
            onCommit(
              field.type === "NUMBER" && target.value !== "" ? Number(target.value) : target.value,
            );
          }}
          className="max-w-44"
        />
      );
    default:
      return (
        <InlineText
          label={field.label}
          value={text}
          readOnly={readOnly}
          placeholder={field.type === "LINK" ? "https://…" : "Empty"}
          onCommit={onCommit}
        />
      );
  }
}
