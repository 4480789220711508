"use client";

import { type ReactNode, useCallback, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { soon } from "@/patterns/soon";
import { useRecordingCalls } from "../recorder/data";
import type { Entry } from "./data";

const Writing = soon(() => import("../recorder/writing").then((file) => file.Writing));

/** Has the recording of a note written down anew, with a row that tells how far it is. */
export function useHearAgain(entry: Entry): {
  hearAgain: (() => void) | undefined;
  progress: ReactNode;
} {
  const { hearAgain } = useRecordingCalls();
  const [hearing, setHearing] = useState<string | null>(null);
  const done = useCallback(() => setHearing(null), []);
  const id = entry.transcriptMeta?.recordingId ?? null;
  const begin = (recording: string) =>
    attempt("It isn’t heard again", async () => {
      await hearAgain(recording);
      setHearing(recording);
    });
  return {
    hearAgain: id === null ? undefined : () => void begin(id),
    progress: hearing !== null && <Writing id={hearing} onDone={done} />,
  };
}
