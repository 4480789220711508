import { Ban, Check, CircleAlert, Clock, Download, LoaderCircle, RotateCcw, X } from "lucide-react";
import { TimeAgo } from "@/patterns/time-ago";
import { useSession } from "@/session/session";
import { Button, buttonLook } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Progress } from "@/ui/progress";
import type { JobActions } from "./data";
import { type Job, percent, sizeOf, titleOf } from "./grouping";

const looks = {
  RUNNING: {
    icon: LoaderCircle,
    tint: "animate-spin text-accent-text motion-reduce:animate-none",
    word: "Running",
  },
  QUEUED: { icon: Clock, tint: "text-ink-faint", word: "Queued" },
  FAILED: { icon: CircleAlert, tint: "text-danger-text", word: "Failed" },
  SUCCEEDED: { icon: Check, tint: "text-accent-text", word: "Done" },
  CANCELLED: { icon: Ban, tint: "text-ink-faint", word: "Cancelled" },
} as const;

interface JobRowProps {
  job: Job;
  actions: Pick<JobActions, "cancel" | "retry">;
}

export function JobRow({ job, actions }: JobRowProps) {
  const { can } = useSession();
  const { icon: Icon, tint, word } = looks[job.state];
  const title = titleOf(job.kind);
  const underWay = job.state === "RUNNING" || job.state === "QUEUED";
  const again = job.state === "FAILED" || job.state === "CANCELLED";
  return (
    <li className="flex gap-2.5 rounded-md px-2 py-2 hover:bg-wash">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", tint)} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex items-baseline gap-2 text-sm">
          <span className="min-w-0 truncate font-medium">{title}</span>
          <span className="ml-auto shrink-0 text-2xs text-ink-faint">
            {job.stopping ? "Stopping" : word} · <TimeAgo at={job.finishedAt ?? job.createdAt} />
          </span>
        </p>
        {job.state === "RUNNING" && <Progress label={title} percent={percent(job)} />}
        <Detail job={job} />
      </div>
      {underWay && can("job.cancel") && (
        <Button
          look="ghost"
          size="icon"
          aria-label={`Cancel ${title}`}
          disabled={job.stopping}
          onClick={() => actions.cancel(job.id)}
        >
          <X />
        </Button>
      )}
      {again && can("job.retry") && (
        <Button
          look="ghost"
          size="icon"
          aria-label={`Retry ${title}`}
          onClick={() => actions.retry(job.id)}
        >
          <RotateCcw />
        </Button>
      )}
      {job.file !== null && can("tenant.export") && (
        <a
          href={job.file.path}
          download={job.file.name}
          aria-label={`Download ${job.file.name}`}
          className={buttonLook({ look: "ghost", size: "icon" })}
        >
          <Download />
        </a>
      )}
    </li>
  );
}

/** One line of what it is at, what it made, or why it failed. */
function Detail({ job }: { job: Job }) {
  if (job.error !== null && job.state !== "SUCCEEDED" && job.state !== "CANCELLED") {
    const left = job.state === "FAILED" ? "" : ` Attempt ${job.attempts} of ${job.maxAttempts}.`;
    return <p className="break-words text-danger-text text-xs">{`${job.error}.${left}`}</p>;
  }
  if (job.file !== null) {
    return (
      <p className="truncate text-ink-soft text-xs">{`${job.file.name}, ${sizeOf(job.file.size)}`}</p>
    );
  }
  if (job.state === "RUNNING" && job.progress !== null) {
    return <p className="truncate text-ink-soft text-xs">{job.progress.message}</p>;
  }
  return null;
}
