"use client";

import { useNow } from "@/patterns/use-now";
import { dayTitle, duration, studioDay } from "../format";
import { useSettings } from "../settings/data";
import type { Entry } from "./data";
import { EntryCard } from "./entry-card";
import { byDay } from "./facts";
import { NoteMenu } from "./note-menu";
import { useHearAgain } from "./use-hear-again";
import { useReview } from "./use-review";

interface DayListProps {
  entries: readonly Entry[];
  /** Null for who may only look. */
  onEdit: ((entry: Entry) => void) | null;
}

/** The journal proper: days, with the hours that they took. */
export function DayList({ entries, onEdit }: DayListProps) {
  const now = useNow();
  const { settings } = useSettings();
  const today = studioDay(now, settings ?? { dayStartsAtHour: 4 });
  return (
    <div className="grid gap-8">
      {byDay(entries).map(({ day, entries: notes, minutes }) => (
        <section key={day} aria-label={dayTitle(day, today)}>
          <header className="mb-1 flex items-baseline gap-3 border-line border-b pb-1.5">
            <h2 className="display text-lg">{dayTitle(day, today)}</h2>
            {minutes > 0 && (
              <span className="text-ink-soft text-sm tabular-nums">{duration(minutes)}</span>
            )}
          </header>
          <ul>
            {notes.map((entry) => (
              <li
                key={entry.logId}
                id={entry.logId}
                className="border-line border-b py-3.5 [contain-intrinsic-size:auto_6rem] [content-visibility:auto] last:border-b-0 has-data-[state=open]:[content-visibility:visible]"
              >
                <Note entry={entry} onEdit={onEdit} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Note({ entry, onEdit }: { entry: Entry; onEdit: DayListProps["onEdit"] }) {
  const review = useReview();
  const { hearAgain, progress } = useHearAgain(entry);
  if (onEdit === null) return <EntryCard entry={entry} />;
  return (
    <EntryCard
      entry={entry}
      onMove={(projectId) => review.move(entry, projectId)}
      className={entry.attributionStatus === "REJECTED" ? "opacity-75" : ""}
      actions={<NoteMenu entry={entry} review={review} onEdit={onEdit} onHearAgain={hearAgain} />}
    >
      {progress}
    </EntryCard>
  );
}
