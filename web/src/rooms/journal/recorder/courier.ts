import { backoffMs } from "@/graphql/backoff";
import { Problem } from "@/problem/problem";
import { contentType, sampleRate } from "./pcm";
import type { Held, Shelf } from "./shelf";

/** The calls that bring a recording to the server. */
export interface Wire {
  begin: (input: {
    contentType: string;
    sampleRate: number;
    projectId: string | null;
  }) => Promise<string>;
  send: (held: Held, remoteId: string, index: number, bytes: ArrayBuffer) => Promise<void>;
  /** Says that these are all the pieces. */
  finish: (remoteId: string, chunks: number) => Promise<void>;
}

export interface Delivery {
  key: string;
  /** Pieces that the server doesn't have yet. */
  waiting: number;
  /** The server can't be reached; it is tried again by itself. */
  offline: boolean;
  /** A refusal that trying again won't change. */
  refused: Problem | null;
  /** The server has all of it, under this id. */
  delivered: string | null;
}

interface CourierOptions {
  shelf: Shelf;
  wire: Wire;
  report: (delivery: Delivery) => void;
  wait: (ms: number) => Promise<void>;
}

/** Brings recordings to the server, one piece after the other, for as long as it takes. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #running = new Map<string, { again: boolean }>();
  #stopped = false;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  stop() {
    this.#stopped = true;
  }

  /** Says that there is something to bring; called again while it runs, it looks once more. */
  nudge(key: string) {
    const running = this.#running.get(key);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const state = { again: false };
    this.#running.set(key, state);
    void this.#bring(key, state).finally(() => this.#running.delete(key));
  }

  async #bring(key: string, state: { again: boolean }) {
    let failures = 0;
    while (!this.#stopped) {
      state.again = false;
      try {
        const finished = await this.#round(key);
        failures = 0;
        if (finished || !state.again) return;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const passing = [
          "offline",
          "timeout",
          "store_unavailable",
          "internal",
          "http_502",
          "http_503",
        ].includes(error.code);
        const waiting = (await this.#options.shelf.pieces(key)).length;
        this.#options.report({
          key,
          waiting,
          offline: passing,
          refused: passing ? null : error,
          delivered: null,
        });
        if (!passing) return;
        await this.#options.wait(backoffMs(failures, Math.random()));
        failures += 1;
      }
    }
  }

  /** Sends what is there. True when the recording is at the server as a whole, or gone. */
  async #round(key: string): Promise<boolean> {
    const { shelf, wire, report } = this.#options;
    const held = await shelf.get(key);
    if (held === undefined) return true;
    const news = { key, offline: false, refused: null, delivered: null };
    let remoteId = held.remoteId;
    if (remoteId === null) {
      remoteId = await wire.begin({ contentType, sampleRate, projectId: held.projectId });
      await shelf.patch(key, { remoteId });
    }
    for (
      let pieces = await shelf.pieces(key);
      pieces.length > 0;
      pieces = await shelf.pieces(key)
    ) {
      const index = pieces[0] ?? 0;
      const bytes = await shelf.piece(key, index);
      if (bytes === undefined) return true;
      report({ ...news, waiting: pieces.length });
      await wire.send(held, remoteId, index, bytes);
      await shelf.drop(key, index);
    }
    report({ ...news, waiting: 0 });
    const latest = await shelf.get(key);
    if (latest === undefined) return true;
    if (!latest.stopped) return false;
    await wire.finish(remoteId, latest.chunks);
    await shelf.remove(key);
    report({ ...news, waiting: 0, delivered: remoteId });
    return true;
  }
}
