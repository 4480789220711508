"use client";

import { useNow } from "@/patterns/use-now";
import { date, dayOf } from "../format";
import type { Milestone } from "./data";
import { along, withRoom } from "./order";

interface TimelineProps {
  milestones: readonly Milestone[];
  deadline: string | null;
}

const fill: Readonly<Record<Milestone["status"], string>> = {
  PENDING: "var(--sheet)",
  IN_PROGRESS: "var(--accent-wash)",
  COMPLETE: "var(--accent)",
};

/** The days from the first milestone to the deadline. The list below says the same in words. */
export function Timeline({ milestones, deadline }: TimelineProps) {
  const now = useNow();
  const dated = milestones.filter(
    (milestone): milestone is Milestone & { due: string } => milestone.due !== null,
  );
  if (dated.length === 0 || now === 0) return null;
  const today = dayOf(now);
  const days = [
    ...new Set([...dated.map(({ due }) => due), today, ...(deadline === null ? [] : [deadline])]),
  ].sort();
  const places = along(days);
  const share = (day: string) => places.get(day) ?? 0;
  const named = withRoom(
    dated.map(({ due }) => share(due)),
    0.17,
  );
  const at = (day: string) => `${3 + share(day) * 94}%`;
  return (
    <svg aria-hidden data-slot="timeline" className="h-24 w-full overflow-visible">
      <line x1="3%" x2="97%" y1="50%" y2="50%" stroke="var(--line-strong)" strokeWidth="2" />
      <line
        x1={at(today)}
        x2={at(today)}
        y1="22%"
        y2="78%"
        stroke="var(--danger)"
        strokeWidth="1.5"
        strokeDasharray="3 3"
      />
      <text x={at(today)} y="14%" textAnchor="middle" className="fill-danger-text text-2xs">
        today
      </text>
      {deadline !== null && (
        <g>
          <line
            x1={at(deadline)}
            x2={at(deadline)}
            y1="30%"
            y2="70%"
            stroke="var(--ink)"
            strokeWidth="3"
          />
          <text x={at(deadline)} y="97%" textAnchor="end" className="fill-ink-soft text-2xs">
            deadline {date(deadline)}
          </text>
        </g>
      )}
      {dated.map(({ id, name, due, status }, index) => (
        <g key={id}>
          <circle
            cx={at(due)}
            cy="50%"
            r="7"
            fill={fill[status]}
            stroke="var(--accent-text)"
            strokeWidth="2"
          >
            <title>{`${name}, ${date(due)}`}</title>
          </circle>
          {named[index] && (
            <text
              x={at(due)}
              y="76%"
              textAnchor={share(due) < 0.1 ? "start" : share(due) > 0.9 ? "end" : "middle"}
              className="fill-ink-soft text-2xs max-md:hidden"
            >
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
