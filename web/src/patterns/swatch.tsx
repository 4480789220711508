import { pigmentOf } from "@/format/person";
import { cn } from "@/ui/cn";

/** A chip of paint: things of one type share one pigment, in every list and page. */
export function Swatch({ of, className }: { of: string; className?: string }) {
  return (
    <span
      aria-hidden
      data-slot="swatch"
      style={{ backgroundColor: of === "" ? "var(--press)" : `var(--${pigmentOf(of)})` }}
      className={cn(
        "inline-block size-2.5 shrink-0 rounded-[0.1875rem] inset-ring inset-ring-ink/15",
        className,
      )}
    />
  );
}
