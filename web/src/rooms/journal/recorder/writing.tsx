"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { Coded } from "@/patterns/coded";
import { sentence } from "@/problem/problem";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { type RecordingProgress, useRecordingCalls, useRecordingProgress } from "./data";
import { busyIcon, NoticeRow } from "./notice-row";
import { isStuck } from "./stuck";

const steps: Readonly<Record<RecordingProgress["state"], string>> = {
  RECORDING: "Sending the recording…",
  UPLOADED: "Waiting to be written down…",
  TRANSCRIBING: "Writing down what you said…",
  EXTRACTING: "Reading the facts…",
  DONE: "Done",
  FAILED: "It wasn’t written down",
};

/** How far the server is with a recording. */
export function Writing({ id, onDone }: { id: string; onDone: () => void }) {
  const [ended, setEnded] = useState(false);
  const progress = useRecordingProgress(id, ended);
  const { hearAgain } = useRecordingCalls();
  const state = progress?.state ?? "UPLOADED";
  const stuck = progress !== undefined && isStuck(progress);
  useEffect(() => {
    setEnded(state === "DONE" || stuck);
    if (state === "DONE") onDone();
  }, [state, stuck, onDone]);
  if (stuck) {
    const again = () => attempt("It wasn’t started again", () => hearAgain(id));
    return (
      <NoticeRow
        icon={<CircleAlert className="text-danger-text" />}
        action={
          <>
            <Button size="sm" look="ghost" onClick={onDone}>
              Hide
            </Button>
            <Button size="sm" onClick={() => void again()}>
              Hear again
            </Button>
          </>
        }
      >
        <span>
          {steps.FAILED}:{" "}
          <Coded text={sentence(progress.error?.message ?? "no reason was given")} /> The recording
          is kept.
        </span>
      </NoticeRow>
    );
  }
  const share = state === "TRANSCRIBING" ? progress?.progress : undefined;
  return (
    <NoticeRow
      icon={busyIcon}
      action={
        <Button size="sm" look="ghost" onClick={onDone}>
          Hide
        </Button>
      }
    >
      {steps[state]}
      <Progress
        label="Writing down"
        percent={share === undefined ? undefined : Math.round(share * 100)}
      />
    </NoticeRow>
  );
}
