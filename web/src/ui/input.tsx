import type { ComponentProps } from "react";
import { cn } from "./cn";

const look =
  "w-full min-w-0 rounded-md border border-edge bg-sheet text-ink transition-[border-color,box-shadow] duration-100 hover:border-ink-faint focus-visible:border-accent-text focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-accent/20 disabled:opacity-60 aria-invalid:border-danger aria-invalid:ring-danger/20";

interface InputProps extends ComponentProps<"input"> {
  /** For a page that is one form. */
  large?: boolean;
  /** Leaves room for a button inside. */
  withButton?: boolean;
}

export function Input({ className, large, withButton, ...props }: InputProps) {
  return (
    <input
      data-slot="input"
      className={cn(
        look,
        "pl-2.5 text-sm max-sm:text-[1rem]",
        large ? "h-10" : "h-8",
        withButton ? "pr-10" : "pr-2.5",
        className,
      )}
      {...props}
    />
  );
}

interface TextareaProps extends ComponentProps<"textarea"> {
  /** For code. */
  mono?: boolean;
}

export function Textarea({ className, mono, ...props }: TextareaProps) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(
        look,
        "min-h-20 px-2.5 py-1.5 max-sm:text-[1rem]",
        mono ? "font-mono text-xs" : "text-sm",
        className,
      )}
      {...props}
    />
  );
}
