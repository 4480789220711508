"use client";

import { CircleAlert, Play, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { moment } from "@/format/time";
import { attempt } from "@/patterns/attempt";
import { Coded } from "@/patterns/coded";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { sentence } from "@/problem/problem";
import { Button } from "@/ui/button";
import { clock } from "../format";
import { useHearing } from "../stream/use-hearing";
import { useRecordingCalls, useWaitingRecordings, type WaitingRecording } from "./data";
import { NoticeRow } from "./notice-row";
import { isStuck } from "./stuck";
import { Writing } from "./writing";

interface WaitingProps {
  projectId: string | null;
  /** Recordings that this page already tells of. */
  known: readonly (string | null)[];
}

/** Recordings that the server has and that are no note yet, from whichever page they came. */
export function Waiting({ projectId, known }: WaitingProps) {
  const recordings = useWaitingRecordings(projectId);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  return recordings
    .filter(({ id }) => !known.includes(id) && !hidden.has(id))
    .map((recording) =>
      isStuck(recording) ? (
        <Stuck key={recording.id} recording={recording} />
      ) : (
        <Writing
          key={recording.id}
          id={recording.id}
          onDone={() => setHidden((before) => new Set(before).add(recording.id))}
        />
      ),
    );
}

/** The sound is kept, so it can be heard by a person, and by the server once it is able to. */
function Stuck({ recording }: { recording: WaitingRecording }) {
  const { id, createdAt, durationMs, error } = recording;
  const { hearAgain, remove } = useRecordingCalls();
  const hear = useHearing(id);
  const [deleting, setDeleting] = useState(false);
  return (
    <NoticeRow
      icon={<CircleAlert className="text-danger-text" />}
      action={
        <>
          <Button look="ghost" size="icon" aria-label="Play it" onClick={() => hear?.(0)}>
            <Play />
          </Button>
          <Button
            look="ghost"
            size="icon"
            aria-label="Delete the recording"
            onClick={() => setDeleting(true)}
          >
            <Trash2 />
          </Button>
          <Button
            size="sm"
            onClick={() => void attempt("It wasn’t started again", () => hearAgain(id))}
          >
            <RotateCcw /> Hear again
          </Button>
        </>
      }
    >
      <span>
        <span className="font-medium">
          Recorded {moment(createdAt)}
          {durationMs !== null && `, ${clock(durationMs)}`}
        </span>{" "}
        <span className="text-ink-soft">
          It isn’t written down: <Coded text={sentence(error?.message ?? "no reason was given")} />
        </span>
      </span>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete the recording?"
        action="Delete"
        onConfirm={() => remove(id)}
      >
        <p>What was said in it is gone for good.</p>
      </ConfirmDialog>
    </NoticeRow>
  );
}
