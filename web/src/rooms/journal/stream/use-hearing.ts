"use client";

import { useCallback } from "react";
import { say } from "@/patterns/toast";
import { useAudioAddress } from "./data";

/** One sound at a time in the whole page. */
let playing: HTMLAudioElement | null = null;

/** Plays a recording from a moment on; undefined for a note that was typed. */
export function useHearing(recordingId: string | null): ((ms: number) => void) | undefined {
  const addressOf = useAudioAddress();
  const hear = useCallback(
    async (ms: number) => {
      if (recordingId === null) return;
      const address = await addressOf(recordingId);
      if (address === undefined) return say("The recording is no longer there");
      playing?.pause();
      const audio = new Audio(address);
      playing = audio;
      audio.currentTime = ms / 1000;
      await audio.play().catch(() => say("The browser didn’t play the recording"));
    },
    [recordingId, addressOf],
  );
  return recordingId === null ? undefined : (ms) => void hear(ms);
}
