"use client";

import { X } from "lucide-react";
import { InlineText } from "@/patterns/inline-text";
import { Button } from "@/ui/button";
import { parseValue, showValue } from "./settings";

interface SettingRowProps {
  name: string;
  value: unknown;
  readOnly: boolean;
  onBegin: () => void;
  onCommit: (value: unknown) => void;
  onRemove: () => void;
}

export function SettingRow(props: SettingRowProps) {
  const { name, value, readOnly, onBegin, onCommit, onRemove } = props;
  return (
    <li className="group grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)_1.75rem] items-start gap-4 border-line border-b py-1 last:border-b-0">
      <span className="truncate py-1 text-ink-faint text-sm" title={name}>
        {name}
      </span>
      <InlineText
        label={name}
        value={showValue(value)}
        readOnly={readOnly}
        onBegin={onBegin}
        onCommit={(text) => onCommit(parseValue(text))}
        className={
          typeof value === "string"
            ? "text-sm leading-5"
            : "font-mono text-xs leading-5 text-ink-soft"
        }
      />
      {!readOnly && (
        <Button
          look="ghost"
          size="icon"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
          className="opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 max-md:opacity-100"
        >
          <X />
        </Button>
      )}
    </li>
  );
}
