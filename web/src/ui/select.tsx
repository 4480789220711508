import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The system's own select: it is right on a phone, with a keyboard and for a screen reader. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span data-slot="select" className={cn("relative inline-flex", className)}>
      <select
        className="h-8 w-full appearance-none rounded-md border border-edge bg-sheet pr-8 pl-2.5 text-ink text-sm transition-colors hover:border-ink-faint focus-visible:border-accent-text focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-accent/20 disabled:opacity-60 aria-invalid:border-danger"
        {...props}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
