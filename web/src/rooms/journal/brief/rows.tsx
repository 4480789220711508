"use client";

import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import type { Deliverable } from "./data";

interface RowsProps<Row> {
  value: readonly Row[];
  readOnly: boolean;
  onChange: (rows: Row[]) => void;
}

function replaced<Row>(rows: readonly Row[], at: number, row: Row): Row[] {
  return rows.map((known, index) => (index === at ? row : known));
}

/** Focuses the row that was just added, once it is there. */
function useNewRow() {
  const list = useRef<HTMLOListElement>(null);
  return {
    list,
    focusLast: () =>
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus(),
      ),
  };
}

export function RequirementRows({ value, readOnly, onChange }: RowsProps<string>) {
  const { list, focusLast } = useNewRow();
  const add = () => {
    onChange([...value, ""]);
    focusLast();
  };
  return (
    <section aria-label="Requirements" className="grid gap-2">
      <h2 className="font-semibold text-sm">Requirements</h2>
      <ol ref={list} className="grid gap-1.5">
        {value.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place while it is typed
          <li key={index} className="flex items-center gap-2">
            <span className="w-5 shrink-0 text-right text-ink-faint text-xs tabular-nums">
              {index + 1}
            </span>
            <Input
              aria-label={`Requirement ${index + 1}`}
              value={text}
              readOnly={readOnly}
              maxLength={2000}
              onChange={(event) => onChange(replaced(value, index, event.target.value))}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                add();
              }}
            />
            {!readOnly && (
              <Button
                look="ghost"
                size="iconLg"
                aria-label={`Take out requirement ${index + 1}`}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <X />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button look="ghost" size="sm" className="justify-self-start" onClick={add}>
          <Plus /> Add a requirement
        </Button>
      )}
    </section>
  );
}

export function DeliverableRows({ value, readOnly, onChange }: RowsProps<Deliverable>) {
  const { list, focusLast } = useNewRow();
  const put = (at: number, part: Partial<Deliverable>) => {
    const row = value[at];
    if (row !== undefined) onChange(replaced(value, at, { ...row, ...part }));
  };
  return (
    <section aria-label="Deliverables" className="grid gap-2">
      <h2 className="font-semibold text-sm">Deliverables</h2>
      <ol ref={list} className="grid gap-3 sm:gap-1.5">
        {value.map((row, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place while it is typed
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_4.5rem_auto] gap-2 sm:grid-cols-[minmax(6rem,1.2fr)_4rem_minmax(6rem,1fr)_8.5rem_auto]"
          >
            <Input
              aria-label={`Deliverable ${index + 1}`}
              placeholder="What"
              value={row.name}
              readOnly={readOnly}
              maxLength={200}
              onChange={(event) => put(index, { name: event.target.value })}
            />
            <Input
              aria-label={`Deliverable ${index + 1}: how many`}
              type="number"
              min={1}
              value={row.quantity}
              readOnly={readOnly}
              onChange={(event) =>
                put(index, { quantity: Math.max(1, Math.round(Number(event.target.value)) || 1) })
              }
            />
            <Input
              aria-label={`Deliverable ${index + 1}: format`}
              placeholder="Format"
              value={row.format}
              readOnly={readOnly}
              maxLength={200}
              onChange={(event) => put(index, { format: event.target.value })}
              className="max-sm:order-last max-sm:col-span-3"
            />
            <Input
              aria-label={`Deliverable ${index + 1}: due`}
              type="date"
              value={row.due ?? ""}
              readOnly={readOnly}
              onChange={(event) => put(index, { due: event.target.value || null })}
              className="max-sm:order-last max-sm:col-span-3"
            />
            {!readOnly && (
              <Button
                look="ghost"
                size="iconLg"
                aria-label={`Take out deliverable ${index + 1}`}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <X />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button
          look="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() => {
            onChange([...value, { name: "", quantity: 1, format: "", due: null }]);
            focusLast();
          }}
        >
          <Plus /> Add a deliverable
        </Button>
      )}
    </section>
  );
}
