"use client";

import { useEffect, useRef, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { type Entry, useJournal, usePending } from "./data";
import { DayList } from "./day-list";
import { StreamEmpty } from "./empty";
import { NoteBox } from "./note-box";
import { ReviewQueue } from "./review-queue";
import { SpeechNotice } from "./speech-notice";
import { undoDecision, useReview } from "./use-review";

const Recorder = soon(
  () => import("../recorder/recorder").then((file) => file.Recorder),
  <span className="block h-16" />,
);
const EditDialog = soon(() => import("./edit-dialog").then((file) => file.EditDialog));

export function Stream() {
  useLiveJournal();
  return (
    <JournalFrame title="Journal">
      <div className="mx-auto max-w-3xl px-4 py-6 md:px-8">
        <Notes projectId={null} />
      </div>
    </JournalFrame>
  );
}

/** Recorder, note box, review queue and days; of one project where it is given. */
export function Notes({ projectId }: { projectId: string | null }) {
  const { can } = useSession();
  const { entries, problem, retry, hasMore, loadMore, idle } = useJournal(projectId);
  const pending = usePending(projectId) ?? [];
  const [editing, setEditing] = useState<Entry | null>(null);
  const box = useRef<{ fill: (text: string) => void }>(null);
  const review = useReview();
  const canWrite = can("log.edit");
  // Here rather than in the queue, which is gone once its last note is decided.
  useShortcut("undoReview", undoDecision, canWrite);
  // Who can decide sees them in the queue; everybody else among the days.
  const waiting = new Set(canWrite ? pending.map(({ logId }) => logId) : []);
  useNamedNote(entries !== undefined);
  const days = entries?.filter(({ logId }) => !waiting.has(logId)) ?? [];

  return (
    <div className="grid gap-6">
      {canWrite && (
        <div className="grid gap-3">
          <Recorder projectId={projectId} />
          <NoteBox ref={box} projectId={projectId} />
          <SpeechNotice />
        </div>
      )}
      {canWrite && pending.length > 0 && <ReviewQueue entries={pending} onEdit={setEditing} />}
      {problem !== undefined ? (
        <ErrorState what="The journal didn’t load" problem={problem} retry={retry} />
      ) : entries === undefined ? (
        <Delayed>
          <div role="status" className="grid gap-3">
            <span className="sr-only">Loading the journal</span>
            <Skeleton className="h-3.5 w-3/4" />
            <Skeleton className="h-3.5 w-1/2" />
          </div>
        </Delayed>
      ) : entries.length === 0 && pending.length === 0 ? (
        <StreamEmpty onTry={(text) => box.current?.fill(text)} />
      ) : (
        <DayList entries={days} onEdit={canWrite ? setEditing : null} />
      )}
      {hasMore && (
        <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
          Show earlier days
        </Button>
      )}
      {editing !== null && (
        <EditDialog
          key={editing.logId}
          entry={editing}
          onClose={() => setEditing(null)}
          onSave={(patch) => void review.update(editing, patch)}
        />
      )}
    </div>
  );
}

/** Brings the note that the address names into sight, once there are notes. */
function useNamedNote(ready: boolean) {
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (ready && id !== "") document.getElementById(id)?.scrollIntoView({ block: "center" });
  }, [ready]);
}
