"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { useSession } from "@/session/session";
import { Courier, type Delivery } from "./courier";
import { useRecordingCalls } from "./data";
import { MicrophoneError, type MicrophoneFault } from "./microphone";
import { lockOf, type Recording, record } from "./recording";
import { type Held, openShelf, type Shelf } from "./shelf";

export type RecorderState = "idle" | "starting" | "recording" | "paused";

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(over, ms);
    // Back on line: there is no reason to wait any longer.
    window.addEventListener("online", over, { once: true });
    function over() {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      resolve();
    }
  });

/** A recorder, what it still has to send, and what an earlier page left behind. */
export function useRecorder(projectId: string | null, onLevel: (level: number) => void) {
  const { me } = useSession();
  const tenant = me.tenant.id;
  const { wire, remove } = useRecordingCalls();
  const [state, setState] = useState<RecorderState>("idle");
  const [fault, setFault] = useState<MicrophoneFault | "full" | null>(null);
  const [deliveries, setDeliveries] = useState<ReadonlyMap<string, Delivery>>(new Map());
  const [left, setLeft] = useState<readonly Held[]>([]);
  const recording = useRef<Recording | null>(null);
  const works = useRef<Promise<{ shelf: Shelf; courier: Courier }> | null>(null);

  const open = useCallback(() => {
    works.current ??= openShelf().then((shelf) => {
      const report = (delivery: Delivery) =>
        setDeliveries((before) => new Map(before).set(delivery.key, delivery));
      return { shelf, courier: new Courier({ shelf, wire, report, wait }) };
    });
    return works.current;
  }, [wire]);

  useEffect(() => {
    let gone = false;
    open()
      .then(async ({ shelf, courier }) => {
        const found = (await shelf.all()).filter((held) => held.tenant === tenant);
        const { held: locks = [] } = await navigator.locks.query();
        const busy = new Set(locks.map(({ name }) => name));
        if (gone) return;
        for (const { key, stopped } of found) if (stopped) courier.nudge(key);
        setLeft(found.filter(({ key, stopped }) => !stopped && !busy.has(lockOf(key))));
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      void recording.current?.stop();
      recording.current = null;
      void works.current?.then(({ courier }) => courier.stop());
      works.current = null;
    };
  }, [open, tenant]);

  const stop = useCallback(async () => {
    const current = recording.current;
    recording.current = null;
    setState("idle");
    await current?.stop();
  }, []);

  const start = useCallback(async () => {
    if (recording.current !== null) return;
    setFault(null);
    setState("starting");
    try {
      const { shelf, courier } = await open();
      recording.current = await record({
        shelf,
        tenant,
        projectId,
        onLevel,
        onPiece: (key) => courier.nudge(key),
        onEnd: () => void stop(),
      });
      setState("recording");
    } catch (error) {
      setState("idle");
      setFault(error instanceof MicrophoneError ? error.fault : "full");
    }
  }, [open, tenant, projectId, onLevel, stop]);

  const discard = useCallback(async () => {
    const current = recording.current;
    recording.current = null;
    setState("idle");
    const remoteId = await current?.discard();
    if (remoteId) {
      await attempt("What was sent already is still there", () => remove(remoteId));
    }
  }, [remove]);

  const forget = (key: string) => setLeft((before) => before.filter((held) => held.key !== key));

  return {
    state,
    fault,
    deliveries: [...deliveries.values()],
    left,
    elapsedMs: () => recording.current?.elapsedMs() ?? 0,
    start,
    stop,
    discard,
    pause: () => {
      recording.current?.pause();
      setState("paused");
    },
    resume: () => {
      recording.current?.resume();
      setState("recording");
    },
    /** Follows what came to the server in another way. */
    follow: (id: string) =>
      setDeliveries((before) =>
        new Map(before).set(id, {
          key: id,
          waiting: 0,
          offline: false,
          refused: null,
          delivered: id,
        }),
      ),
    dismiss: (key: string) =>
      setDeliveries((before) => new Map([...before].filter(([known]) => known !== key))),
    retry: (key: string) => void open().then(({ courier }) => courier.nudge(key)),
    /** Sends what an earlier page recorded, as far as it came. */
    finishLeft: async (held: Held) => {
      forget(held.key);
      const { shelf, courier } = await open();
      await shelf.patch(held.key, { stopped: true });
      courier.nudge(held.key);
    },
    discardLeft: async (held: Held) => {
      forget(held.key);
      const { shelf } = await open();
      await shelf.remove(held.key);
      if (held.remoteId !== null) await remove(held.remoteId).catch(() => undefined);
    },
  };
}
