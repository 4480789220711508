"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./cn";

interface ControlProps {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A label, its control, a hint and an error, tied together for people who don't see them. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy =
    [error !== undefined && errorId, hint !== undefined && hintId].filter(Boolean).join(" ") ||
    undefined;
  return (
    <div data-slot="field" className={cn("grid gap-1.5", className)}>
      <label htmlFor={id} className="flex justify-between font-medium text-ink text-sm">
        {label}
        {optional && <span className="font-normal text-ink-faint">Optional</span>}
      </label>
      {children({
        id,
        "aria-invalid": error === undefined ? undefined : true,
        "aria-describedby": describedBy,
      })}
      {error !== undefined && (
        <p id={errorId} className="text-danger-text text-xs">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <div id={hintId} className="text-ink-faint text-xs">
          {hint}
        </div>
      )}
    </div>
  );
}
