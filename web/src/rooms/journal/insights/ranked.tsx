import type { ReactNode } from "react";

interface RankedProps {
  label: string;
  rows: readonly { key: string; name: ReactNode; value: number; text: string }[];
}

const shown = 10;

/** Names with bars of their share of the largest. */
export function Ranked({ label, rows }: RankedProps) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <section aria-label={label} className="grid content-start gap-2">
      <h2 className="font-semibold text-sm">{label}</h2>
      {rows.length === 0 && <p className="text-ink-soft text-sm">Nothing yet.</p>}
      <ol className="grid gap-1">
        {rows.slice(0, shown).map(({ key, name, value, text }) => (
          <li
            key={key}
            className="relative flex h-7 items-center gap-3 overflow-hidden rounded-md px-2 text-sm"
          >
            <span
              aria-hidden
              style={{ width: `${(value / most) * 100}%` }}
              className="absolute inset-y-0 left-0 rounded-md bg-accent-wash"
            />
            <span className="relative min-w-0 flex-1 truncate">{name}</span>
            <span className="relative text-ink-soft text-xs tabular-nums">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
