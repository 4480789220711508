"use client";

import { Check, Pencil, X } from "lucide-react";
import { useListKeys } from "@/patterns/use-list-keys";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import type { Entry } from "./data";
import { EntryCard } from "./entry-card";
import { NoteMenu } from "./note-menu";
import { useHearAgain } from "./use-hear-again";
import { useReview } from "./use-review";

interface ReviewQueueProps {
  entries: readonly Entry[];
  onEdit: (entry: Entry) => void;
}

/** Notes that wait for a person: j and k move, y confirms, n rejects, e edits, u takes back. */
export function ReviewQueue({ entries, onEdit }: ReviewQueueProps) {
  const review = useReview();
  const keys = useListKeys("review");
  const current = () => entries.find(({ logId }) => logId === keys.current()) ?? entries[0];
  const decide = (act: (entry: Entry) => void, entry = current()) => {
    if (entry === undefined) return;
    keys.stepAway();
    act(entry);
  };
  useShortcut("confirm", () => decide(review.confirm));
  useShortcut("reject", () => decide(review.reject));
  useShortcut("edit", () => {
    const entry = current();
    if (entry !== undefined) onEdit(entry);
  });

  return (
    <section aria-label="To review" className="grid gap-2">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold text-sm">To review</h2>
        <span className="rounded-full bg-accent-wash px-1.5 text-2xs text-accent-text tabular-nums">
          {entries.length}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-faint text-xs max-md:hidden">
          <span>
            <Kbd caps={["J", "K"]} /> move
          </span>
          <span>
            <Kbd caps={["Y"]} /> confirm
          </span>
          <span>
            <Kbd caps={["N"]} /> reject
          </span>
          <span>
            <Kbd caps={["E"]} /> edit
          </span>
          <span>
            <Kbd caps={["U"]} /> undo
          </span>
        </span>
      </header>
      <ul ref={keys.list} aria-label="Notes to review" className="grid gap-2">
        {entries.map((entry) => (
          <li
            key={entry.logId}
            id={entry.logId}
            data-row={entry.logId}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act on the note with the focus
            tabIndex={0}
            className="rounded-lg border border-line-strong bg-sheet p-3.5 shadow-lift outline-none focus-visible:border-accent-text focus-visible:ring-3 focus-visible:ring-accent/20 md:p-4"
          >
            <Waiting
              entry={entry}
              onEdit={onEdit}
              onConfirm={() => decide(review.confirm, entry)}
              onReject={() => decide(review.reject, entry)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WaitingProps {
  entry: Entry;
  onEdit: (entry: Entry) => void;
  onConfirm: () => void;
  onReject: () => void;
}

function Waiting({ entry, onEdit, onConfirm, onReject }: WaitingProps) {
  const review = useReview();
  const { hearAgain, progress } = useHearAgain(entry);
  return (
    <EntryCard
      entry={entry}
      onMove={(projectId) => review.move(entry, projectId)}
      actions={
        <span className="ml-auto flex gap-1.5 max-sm:[&_button]:h-9 max-sm:[&_button]:min-w-9">
          <NoteMenu entry={entry} review={review} onEdit={onEdit} onHearAgain={hearAgain} />
          <Button size="sm" look="ghost" className="max-sm:hidden" onClick={() => onEdit(entry)}>
            <Pencil /> Edit
          </Button>
          <Button size="sm" onClick={onReject}>
            <X /> Reject
          </Button>
          <Button size="sm" look="solid" onClick={onConfirm}>
            <Check /> Confirm
          </Button>
        </span>
      }
    >
      {progress}
    </EntryCard>
  );
}
