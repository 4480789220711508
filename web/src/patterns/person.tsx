import { initials, pigmentOf } from "@/format/person";
import { Avatar } from "@/ui/avatar";
import { cn } from "@/ui/cn";

interface PersonProps {
  id: string;
  /** Null for someone who has left. */
  name: string | null;
  className?: string;
}

export function Person({ id, name, className }: PersonProps) {
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-2", className)}>
      <Avatar letters={name === null ? "·" : initials(name)} color={`var(--${pigmentOf(id)})`} />
      <span className={cn("truncate", name === null && "text-ink-faint")}>
        {name ?? "Former member"}
      </span>
    </span>
  );
}
