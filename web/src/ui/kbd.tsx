import { cn } from "./cn";

interface KbdProps {
  caps: readonly string[];
  className?: string;
}

/** Key caps. They only repeat what a label says, so a screen reader skips them. */
export function Kbd({ caps, className }: KbdProps) {
  return (
    <span aria-hidden data-slot="kbd" className={cn("inline-flex gap-0.5", className)}>
      {caps.map((cap) => (
        <kbd
          key={cap}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded border border-line-strong bg-paper px-1 font-sans text-2xs text-ink-faint"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
