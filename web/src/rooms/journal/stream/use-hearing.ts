"use client";

import { useCallback } from "react";
import { say } from "@/patterns/toast";
import { useAudioAddress, useRecordingOf } from "./data";

/** One sound at a time in the whole page. */
let playing: HTMLAudioElement | null = null;

const gone = () => say("The recording is no longer there");

/** Plays a recording from a millisecond on. */
function usePlayer() {
  const addressOf = useAudioAddress();
  return useCallback(
    async (recordingId: string, ms: number) => {
      const address = await addressOf(recordingId);
      if (address === undefined) return gone();
      playing?.pause();
      const audio = new Audio(address);
      playing = audio;
      audio.currentTime = ms / 1000;
      await audio.play().catch(() => say("The browser didn’t play the recording"));
    },
    [addressOf],
  );
}

/** Plays a recording from a moment on; undefined for a note that was typed. */
export function useHearing(recordingId: string | null): ((ms: number) => void) | undefined {
  const play = usePlayer();
  return recordingId === null ? undefined : (ms) => void play(recordingId, ms);
}

/** Plays what a note was spoken in, from a moment on. */
export function useHearingNote(): (logId: string, ms: number) => Promise<void> {
  const play = usePlayer();
  const recordingOf = useRecordingOf();
  return useCallback(
    async (logId, ms) => {
      const recordingId = await recordingOf(logId);
      return recordingId === undefined ? gone() : play(recordingId, ms);
    },
    [play, recordingOf],
  );
}
