"use client";

import { CircleAlert, CloudOff, LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { explain, sentence } from "@/problem/problem";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { attempt } from "../attempt";
import type { Delivery } from "./courier";
import { type RecordingProgress, useRecordingCalls, useRecordingProgress } from "./data";

interface DeliveryRowProps {
  delivery: Delivery;
  /** While recording, sending in the background is nothing to tell of. */
  quiet: boolean;
  onRetry: () => void;
  onDone: () => void;
}

/** Where a recording is between the microphone and its facts. */
export function DeliveryRow({ delivery, quiet, onRetry, onDone }: DeliveryRowProps) {
  const { delivered, refused, offline, waiting } = delivery;
  if (delivered !== null) return <Writing id={delivered} onDone={onDone} />;
  if (refused !== null) {
    return (
      <Row
        icon={<CircleAlert className="text-danger-text" />}
        action={
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        The server didn’t take the recording: {explain(refused)} It is kept in this browser.
      </Row>
    );
  }
  if (offline) {
    return (
      <Row
        icon={<CloudOff className="text-caution-text" />}
        action={
          <Button size="sm" onClick={onRetry}>
            Try now
          </Button>
        }
      >
        Not sent yet: {waiting} {waiting === 1 ? "piece waits" : "pieces wait"} in this browser and
        will be sent when the server can be reached.
      </Row>
    );
  }
  if (quiet) return null;
  return (
    <Row
      icon={<LoaderCircle className="animate-spin text-accent-text motion-reduce:animate-none" />}
    >
      Sending the recording{waiting > 0 && `, ${waiting} to go`}…
    </Row>
  );
}

const steps: Readonly<Record<RecordingProgress["state"], string>> = {
  RECORDING: "Sending the recording…",
  UPLOADED: "Waiting to be written down…",
  TRANSCRIBING: "Writing down what you said…",
  EXTRACTING: "Reading the facts…",
  DONE: "Done",
  FAILED: "It wasn’t written down",
};

function Writing({ id, onDone }: { id: string; onDone: () => void }) {
  const [ended, setEnded] = useState(false);
  const progress = useRecordingProgress(id, ended);
  const { retry } = useRecordingCalls();
  const state = progress?.state ?? "UPLOADED";
  useEffect(() => {
    setEnded(state === "DONE" || state === "FAILED");
    if (state === "DONE") onDone();
  }, [state, onDone]);
  if (progress?.state === "FAILED") {
    const again = () => attempt("It wasn’t started again", () => retry(progress));
    return (
      <Row
        icon={<CircleAlert className="text-danger-text" />}
        action={
          <>
            <Button size="sm" look="ghost" onClick={onDone}>
              Hide
            </Button>
            <Button size="sm" onClick={() => void again()}>
              Try again
            </Button>
          </>
        }
      >
        {steps.FAILED}: {sentence(progress.error?.message ?? "no reason was given")} The recording
        is kept.
      </Row>
    );
  }
  const share = state === "TRANSCRIBING" ? progress?.progress : undefined;
  return (
    <Row
      icon={<LoaderCircle className="animate-spin text-accent-text motion-reduce:animate-none" />}
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
    </Row>
  );
}

interface RowProps {
  icon: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}

function Row({ icon, children, action }: RowProps) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-sheet px-3 py-2 text-sm [&>svg]:size-4 [&>svg]:shrink-0"
    >
      {icon}
      <div className="grid min-w-0 flex-1 gap-1.5">{children}</div>
      {action !== undefined && <span className="flex gap-1.5">{action}</span>}
    </div>
  );
}
