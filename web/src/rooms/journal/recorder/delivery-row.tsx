"use client";

import { CircleAlert, CloudOff } from "lucide-react";
import { explain } from "@/problem/problem";
import { Button } from "@/ui/button";
import type { Delivery } from "./courier";
import { busyIcon, NoticeRow } from "./notice-row";
import { Writing } from "./writing";

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
      <NoticeRow
        icon={<CircleAlert className="text-danger-text" />}
        action={
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        The server didn’t take the recording: {explain(refused)} It is kept in this browser.
      </NoticeRow>
    );
  }
  if (offline) {
    return (
      <NoticeRow
        icon={<CloudOff className="text-caution-text" />}
        action={
          <Button size="sm" onClick={onRetry}>
            Try now
          </Button>
        }
      >
        Not sent yet: {waiting} {waiting === 1 ? "piece waits" : "pieces wait"} in this browser and
        will be sent when the server can be reached.
      </NoticeRow>
    );
  }
  if (quiet) return null;
  return (
    <NoticeRow icon={busyIcon}>
      Sending the recording{waiting > 0 && `, ${waiting} to go`}…
    </NoticeRow>
  );
}
