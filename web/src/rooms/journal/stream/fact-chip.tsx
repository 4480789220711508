"use client";

import {
  Ban,
  Brush,
  CalendarClock,
  Check,
  Clock,
  type LucideIcon,
  MessageCircle,
  ShoppingCart,
} from "lucide-react";
import { cn } from "@/ui/cn";
import { percent } from "../format";
import type { Fact, Use } from "./facts";

export const uses: Readonly<Record<Use, { label: string; icon: LucideIcon; look: string }>> = {
  USED: { label: "used", icon: Check, look: "text-good-text" },
  TO_BUY: { label: "to buy", icon: ShoppingCart, look: "text-caution-text" },
  PLANNED: { label: "planned", icon: CalendarClock, look: "text-accent-text" },
  NOT_USED: { label: "not used", icon: Ban, look: "text-ink-faint" },
  MENTIONED: { label: "mentioned", icon: MessageCircle, look: "text-ink-faint" },
};

interface FactChipProps {
  fact: Fact;
  /** What the fact says, and in which way; the icon repeats the second. */
  text: string;
  use?: Use;
  lit: boolean;
  onLight: (key: string | null) => void;
  /** Plays the second at which it was said; none for a typed note. */
  onHear?: ((ms: number) => void) | undefined;
}

/** One fact. Pointing at it marks its words; choosing it plays them. */
export function FactChip({ fact, text, use, lit, onLight, onHear }: FactChipProps) {
  const way = use === undefined ? undefined : uses[use];
  const Icon = way?.icon ?? (fact.kind === "minutes" ? Clock : Brush);
  const sure = fact.byPerson ? "said by a person" : `${percent(fact.confidence)} sure`;
  const words = fact.spans.map((span) => `“${span.text}”`).join(", ");
  const heardAt = fact.heardAt;
  const canHear = heardAt !== null && onHear !== undefined;
  return (
    <button
      type="button"
      title={[sure, words && `from ${words}`, canHear && "click to hear"]
        .filter(Boolean)
        .join(" · ")}
      onPointerEnter={() => onLight(fact.key)}
      onPointerLeave={() => onLight(null)}
      onFocus={() => onLight(fact.key)}
      onBlur={() => onLight(null)}
      onClick={() => {
        if (canHear) onHear(heardAt);
      }}
      className={cn(
        "inline-flex h-6 max-w-full items-center gap-1.5 rounded-full border px-2 text-xs transition-colors",
        lit ? "border-accent-text bg-accent-wash" : "border-line-strong bg-sheet hover:border-edge",
        !fact.byPerson && fact.confidence < 0.6 && "border-dashed",
      )}
    >
      <Icon aria-hidden className={cn("size-3.5 shrink-0", way?.look ?? "text-ink-faint")} />
      <span className="truncate text-ink">{text}</span>
      {way !== undefined && <span className="shrink-0 text-ink-soft">{way.label}</span>}
      <span className="sr-only">, {sure}</span>
    </button>
  );
}
