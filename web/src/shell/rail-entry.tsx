import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { cn } from "@/ui/cn";
import { Tooltip } from "@/ui/tooltip";

interface RailEntryProps {
  name: string;
  icon: LucideIcon;
  /** Null for a room that this version doesn't have. */
  path: string | null;
  current?: boolean;
  folded: boolean;
}

export function RailEntry({ name, icon: Icon, path, current = false, folded }: RailEntryProps) {
  const look = cn(
    "flex h-8 items-center gap-2.5 rounded-md text-sm -outline-offset-2",
    folded ? "w-8 justify-center" : "px-2",
  );
  const label = <span className={cn(folded && "sr-only")}>{name}</span>;
  if (path === null) {
    return (
      <li>
        <Tooltip label={folded ? `${name}: not in this version yet` : "Not in this version yet"}>
          {(describedBy) => (
            // A link that leads nowhere yet: it can be reached and read, so people learn of it.
            // biome-ignore lint/a11y/useValidAnchor: it has no address on purpose
            <a
              role="link"
              aria-disabled="true"
              aria-describedby={describedBy}
              tabIndex={0}
              className={cn(look, "cursor-default text-ink-faint")}
            >
              <Icon aria-hidden className="size-4 shrink-0 opacity-60" strokeWidth={1.75} />
              {label}
            </a>
          )}
        </Tooltip>
      </li>
    );
  }
  const link = (describedBy?: string) => (
    <Link
      href={path}
      aria-current={current ? "page" : undefined}
      aria-describedby={describedBy}
      className={cn(
        look,
        "font-medium transition-colors hover:bg-press",
        current ? "bg-press text-ink" : "text-ink-soft",
      )}
    >
      <Icon
        aria-hidden
        className={cn("size-4 shrink-0", current && "text-accent-text")}
        strokeWidth={1.75}
      />
      {label}
    </Link>
  );
  return <li>{folded ? <Tooltip label={name}>{link}</Tooltip> : link()}</li>;
}
