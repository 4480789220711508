import { type Microphone, openMicrophone } from "./microphone";
import { bytesToMs } from "./pcm";
import type { Held, Shelf } from "./shelf";

export interface Recording {
  key: string;
  elapsedMs: () => number;
  pause: () => void;
  resume: () => void;
  /** Ends it; all of it is then on the shelf. */
  stop: () => Promise<void>;
  /** Ends it and forgets it; gives the server's id of what was sent already. */
  discard: () => Promise<string | null>;
}

interface RecordingOptions {
  shelf: Shelf;
  tenant: string;
  projectId: string | null;
  /** A piece is on the shelf. */
  onPiece: (key: string) => void;
  onLevel: (level: number) => void;
  onEnd: () => void;
}

/** Whoever holds this lock is recording; a record without one was left behind. */
export const lockOf = (key: string) => `atelier-recording-${key}`;

/** Opens the microphone and puts what it hears on the shelf, piece by piece. */
export async function record(options: RecordingOptions): Promise<Recording> {
  const { shelf, tenant, projectId } = options;
  const held: Held = {
    key: crypto.randomUUID(),
    tenant,
    projectId,
    startedAt: Date.now(),
    remoteId: null,
    chunks: 0,
    durationMs: 0,
    stopped: false,
  };
  const { key } = held;
  let [chunks, durationMs, heardMs] = [0, 0, 0];
  // One after the other, so that the last record that is written is the last that was meant.
  let writing: Promise<void> = Promise.resolve();
  const keep = (bytes: ArrayBuffer) => {
    const index = chunks;
    chunks += 1;
    durationMs += bytesToMs(bytes.byteLength);
    const part = { chunks, durationMs };
    writing = writing
      .then(() => shelf.add(key, part, index, bytes))
      .then(() => options.onPiece(key));
  };

  const microphone: Microphone = await openMicrophone({
    onMoment: (level, ms) => {
      heardMs += ms;
      options.onLevel(level);
    },
    onChunk: keep,
    onEnd: options.onEnd,
  });
  try {
    await shelf.create(held);
  } catch (error) {
    await microphone.stop();
    throw error;
  }
  let unlock: () => void = () => undefined;
  void navigator.locks.request(
    lockOf(key),
    () =>
      new Promise<void>((resolve) => {
        unlock = resolve;
      }),
  );

  return {
    key,
    elapsedMs: () => heardMs,
    pause: microphone.pause,
    resume: microphone.resume,
    stop: async () => {
      const rest = await microphone.stop();
      if (rest !== null) keep(rest);
      await writing;
      await shelf.patch(key, { stopped: true });
      options.onPiece(key);
      unlock();
    },
    discard: async () => {
      await microphone.stop();
      await writing;
      const remoteId = (await shelf.get(key))?.remoteId ?? null;
      await shelf.remove(key);
      unlock();
      return remoteId;
    },
  };
}
