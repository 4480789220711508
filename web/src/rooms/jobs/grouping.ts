import type { JobRowFragment } from "@/graphql/generated/graphql";

export type Job = JobRowFragment;
export type JobGroup = "Running" | "Queued" | "Failed" | "Recent";

const groupOf: Record<Job["state"], JobGroup> = {
  RUNNING: "Running",
  QUEUED: "Queued",
  FAILED: "Failed",
  SUCCEEDED: "Recent",
  CANCELLED: "Recent",
};

const order: readonly JobGroup[] = ["Running", "Queued", "Failed", "Recent"];

/** The jobs by what has become of them, the latest first; groups without jobs are left out. */
export function grouped(jobs: Iterable<Job>): { name: JobGroup; jobs: Job[] }[] {
  const groups = new Map<JobGroup, Job[]>(order.map((name) => [name, []]));
  for (const job of jobs) groups.get(groupOf[job.state])?.push(job);
  for (const list of groups.values()) list.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return [...groups]
    .map(([name, list]) => ({ name, jobs: list }))
    .filter(({ jobs }) => jobs.length > 0);
}

/** News may come late: an answer that was asked for earlier must not undo it. */
export function isNewer(job: Job, known: Job | undefined): boolean {
  return known === undefined || known.updatedAt <= job.updatedAt;
}

const titles: Record<string, string> = {
  "tenant.export": "Export of everything",
  "journal.transcribe": "Writing a recording down",
  "journal.asset": "Reading a file",
  "journal.lake": "Figures brought up to date",
  "journal.put_away": "Archiving a piece",
  "journal.discard": "Clearing what was deleted",
  "journal.remove_project": "Deleting a piece",
  "files.lifecycle": "Tidying of files",
  "server.sweep": "Tidying of what expired",
};

/** What people call it; a kind that this page doesn't know yet shows its own name. */
export function titleOf(kind: string): string {
  const words = kind.replace(/[._]/g, " ");
  return titles[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Hundredths that are done; nothing while nobody knows. */
export function percent(job: Job): number | undefined {
  const { progress } = job;
  if (progress === null || progress.total === 0) return undefined;
  return Math.min(100, Math.round((100 * progress.done) / progress.total));
}

const units = ["B", "KB", "MB"] as const;

/** A size for people: 12 KB. */
export function sizeOf(bytes: number): string {
  const unit = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return `${Math.max(1, Math.round(bytes / 1000 ** unit))} ${units[unit]}`;
}
