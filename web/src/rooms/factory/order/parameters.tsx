"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Notice } from "./data";
import type { ParameterField } from "./fields";
import { ParameterControl } from "./parameter-control";

interface Row {
  field: ParameterField;
  text: string;
  refusal: string | undefined;
  errors: readonly Notice[];
  warnings: readonly Notice[];
}

interface ParametersProps {
  rows: readonly Row[];
  onChange: (name: string, text: string) => void;
}

/** What the model can be told; what few need is folded away until it is used. */
export function Parameters({ rows, onChange }: ParametersProps) {
  const advanced = rows.filter(({ field }) => field.advanced);
  const used = advanced.some(({ text }) => text !== "");
  const [open, setOpen] = useState(used);
  if (rows.length === 0) return null;
  const shown = rows.filter(({ field }) => !field.advanced || open);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 font-semibold text-sm">Parameters</legend>
      <p className="text-ink-faint text-xs">
        Several values make several items: <code className="font-mono">8,10,20</code> or{" "}
        <code className="font-mono">10..30..5</code>.
      </p>
      <div className="grid items-start gap-x-4 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {shown.map(({ field, ...row }) => (
          <ParameterControl
            key={field.name}
            field={field}
            {...row}
            onChange={(text) => onChange(field.name, text)}
          />
        ))}
      </div>
      {advanced.length > 0 && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex items-center gap-1 justify-self-start rounded text-ink-soft text-xs hover:text-ink"
        >
          <ChevronRight
            aria-hidden
            className={open ? "size-3.5 rotate-90 transition-transform" : "size-3.5"}
          />
          {open ? "Fewer parameters" : `${advanced.length} more`}
        </button>
      )}
    </fieldset>
  );
}
