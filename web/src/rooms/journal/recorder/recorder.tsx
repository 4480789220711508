"use client";

import { Mic, Pause, Play, Square, Trash2 } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { clock } from "../format";
import { DeliveryRow } from "./delivery-row";
import { FaultNotice } from "./fault-notice";
import { LevelMeter } from "./level-meter";
import { Unfinished } from "./unfinished";
import { UploadSound } from "./upload-sound";
import { useKeysWhile, useRequestedStart, useWarningBeforeLeaving } from "./use-page";
import { useRecorder } from "./use-recorder";
import { Waiting } from "./waiting";

/** Press, talk, press again: R records and stops, Space pauses, Escape discards. */
export function Recorder({ projectId }: { projectId: string | null }) {
  const meter = useRef<{ push: (level: number) => void }>(null);
  const onLevel = useCallback((level: number) => meter.current?.push(level), []);
  const recorder = useRecorder(projectId, onLevel);
  const [discarding, setDiscarding] = useState(false);
  const { state } = recorder;
  const on = state === "recording" || state === "paused";
  useShortcut("record", () => void (on ? recorder.stop() : recorder.start()));
  useRequestedStart(recorder.start);
  useKeysWhile(on && !discarding, {
    " ": state === "paused" ? recorder.resume : recorder.pause,
    escape: () => setDiscarding(true),
  });
  useWarningBeforeLeaving(on);

  return (
    <section aria-label="Recorder" className="grid gap-2">
      <div
        className={cn(
          "flex items-center gap-3 rounded-xl border p-2.5 transition-colors",
          on ? "border-danger bg-danger-wash" : "border-line-strong bg-sheet shadow-lift",
        )}
      >
        {on ? (
          <>
            <Button
              look="danger"
              size="lg"
              aria-keyshortcuts="r"
              onClick={() => void recorder.stop()}
            >
              <Square className="fill-current" /> Stop
            </Button>
            <Elapsed of={recorder.elapsedMs} running={state === "recording"} />
            <LevelMeter ref={meter} />
            <Button
              look="ghost"
              size="iconLg"
              aria-label={state === "paused" ? "Go on" : "Pause"}
              onClick={state === "paused" ? recorder.resume : recorder.pause}
            >
              {state === "paused" ? <Play /> : <Pause />}
            </Button>
            <Button
              look="ghost"
              size="iconLg"
              aria-label="Discard"
              onClick={() => setDiscarding(true)}
            >
              <Trash2 />
            </Button>
          </>
        ) : (
          <>
            <Button
              look="solid"
              size="lg"
              aria-keyshortcuts="r"
              disabled={state === "starting"}
              onClick={() => void recorder.start()}
            >
              <Mic /> Record
            </Button>
            <span className="min-w-0 flex-1 text-ink-soft text-sm">
              Say what you did, how long, and with what.
            </span>
            <UploadSound projectId={projectId} onDelivered={recorder.follow} />
          </>
        )}
      </div>
      <p role="status" className="sr-only">
        {state === "recording" ? "Recording" : state === "paused" ? "Paused" : ""}
      </p>
      {recorder.fault !== null && <FaultNotice fault={recorder.fault} />}
      {recorder.left.map((held) => (
        <Unfinished
          key={held.key}
          held={held}
          onFinish={() => void recorder.finishLeft(held)}
          onDiscard={() => void recorder.discardLeft(held)}
        />
      ))}
      {recorder.deliveries.map((delivery) => (
        <DeliveryRow
          key={delivery.key}
          delivery={delivery}
          quiet={on}
          onRetry={() => recorder.retry(delivery.key)}
          onDone={() => recorder.dismiss(delivery.key)}
        />
      ))}
      <Waiting
        projectId={projectId}
        known={recorder.deliveries.map(({ delivered }) => delivered)}
      />
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title="Discard the recording?"
        action="Discard"
        onConfirm={recorder.discard}
      >
        <p>What you said so far is gone for good.</p>
      </ConfirmDialog>
    </section>
  );
}

function Elapsed({ of, running }: { of: () => number; running: boolean }) {
  const [ms, setMs] = useState(of);
  const latest = useRef(of);
  latest.current = of;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setMs(latest.current()), 250);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <span role="timer" aria-label="Elapsed" className="font-medium text-base tabular-nums">
      {clock(ms)}
    </span>
  );
}
