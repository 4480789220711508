import { explain, Problem } from "@/problem/problem";
import { type Imported, type Importing, importableBytes } from "@/rest/factory-import";

export type FileState =
  | "waiting"
  | "sending"
  | "imported"
  | "known"
  /** It may go better another time. */
  | "failed"
  /** It won't. */
  | "refused"
  | "cancelled";

export interface Entry {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly state: FileState;
  /** Bytes on their way. */
  readonly sent: number;
  /** Why it is not in. */
  readonly reason: string | null;
  /** What it became. */
  readonly product: string | null;
}

interface Job extends Entry {
  readonly file: File;
  readonly how: Importing;
}

export type Send = (
  file: File,
  how: Importing,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<Imported>;

const atOnce = 3;
/** Asked again, the server would say the same. */
const final = new Set([
  "file_kind_unknown",
  "file_kind_unsupported",
  "file_damaged",
  "file_over_limits",
]);

/** Files on their way in, a few at a time, and what became of each. It outlives the page that shows it. */
export class ImportQueue {
  private jobs = new Map<number, Job>();
  private readonly aborts = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private shown: readonly Entry[] = [];
  private made = 0;

  constructor(
    private readonly send: Send,
    private readonly onIdle: (entries: readonly Entry[]) => void = () => undefined,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly entries = () => this.shown;

  add(files: readonly File[], how: Importing) {
    for (const file of files) {
      this.made += 1;
      const reason = refusalOf(file);
      this.jobs.set(this.made, {
        key: this.made,
        name: file.name,
        size: file.size,
        state: reason === null ? "waiting" : "refused",
        sent: 0,
        reason,
        product: null,
        file,
        how,
      });
    }
    this.tell();
    this.pump();
  }

  /** Gives up one file, or all that are not in yet. */
  cancel(key?: number) {
    const open = [...this.jobs.values()].filter(
      (job) => isOpen(job) && (key === undefined || job.key === key),
    );
    for (const job of open) {
      this.jobs.set(job.key, { ...job, state: "cancelled", sent: 0, reason: "Not sent." });
      this.aborts.get(job.key)?.abort();
    }
    this.tell();
  }

  /** Sends again what failed or was cancelled: one file, or all of them. */
  retry(key?: number) {
    for (const job of this.jobs.values()) {
      if (!canRetry(job) || (key !== undefined && job.key !== key)) continue;
      this.jobs.set(job.key, { ...job, state: "waiting", sent: 0, reason: null });
    }
    this.tell();
    this.pump();
  }

  /** Takes what is over off the list: one file, or all of them. */
  forget(key?: number) {
    for (const job of this.jobs.values()) {
      if (!isOpen(job) && (key === undefined || job.key === key)) this.jobs.delete(job.key);
    }
    this.tell();
  }

  private pump() {
    for (const job of this.jobs.values()) {
      if (this.aborts.size >= atOnce) return;
      if (job.state === "waiting" && !this.aborts.has(job.key)) void this.carry(job);
    }
  }

  private async carry({ key, file, how }: Job) {
    const abort = new AbortController();
    this.aborts.set(key, abort);
    this.patch(key, { state: "sending" });
    const onSent = (bytes: number) => this.patch(key, { sent: Math.min(bytes, file.size) });
    try {
      const { id, isNew } = await this.send(file, how, onSent, abort.signal);
      const state = isNew ? "imported" : "known";
      this.patch(key, { state, sent: file.size, product: id });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!abort.signal.aborted) this.fail(key, error);
    } finally {
      this.aborts.delete(key);
      this.pump();
      const isBusy = this.aborts.size > 0 || this.shown.some(isOpen);
      if (!isBusy) this.onIdle(this.shown);
    }
  }

  private fail(key: number, problem: Problem) {
    const reason = explain(problem);
    this.patch(key, { state: final.has(problem.code) ? "refused" : "failed", sent: 0, reason });
    // Where nobody answers, the others needn't find out one by one.
    if (problem.code !== "offline") return;
    for (const job of this.jobs.values()) {
      if (job.state === "waiting") this.jobs.set(job.key, { ...job, state: "failed", reason });
    }
    this.tell();
  }

  /** Changes what is still open: of what was cancelled nothing more is heard. */
  private patch(key: number, part: Partial<Entry>) {
    const job = this.jobs.get(key);
    if (job === undefined || !isOpen(job)) return;
    this.jobs.set(key, { ...job, ...part });
    this.tell();
  }

  private tell() {
    this.shown = [...this.jobs.values()];
    for (const listener of this.listeners) listener();
  }
}

export const isOpen = ({ state }: Pick<Entry, "state">) =>
  state === "waiting" || state === "sending";
export const canRetry = ({ state }: Pick<Entry, "state">) =>
  state === "failed" || state === "cancelled";

/** Why a file needn't be sent at all; null when only the server can say. */
export function refusalOf({ type, size }: Pick<File, "type" | "size">): string | null {
  if (size === 0) return "The file is empty.";
  if (type !== "" && !/^(image|video|audio)\//.test(type))
    return "It is no picture, film or sound.";
  return size > importableBytes ? "It has more than 256 MB." : null;
}
