"use client";

import { Layers, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { soon } from "@/patterns/soon";
import { useShortcut } from "@/shortcuts/provider";
import { cn } from "@/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/ui/popover";
import { useJobs } from "./data";

const JobsPanel = soon(() => import("./panel").then((file) => file.JobsPanel));

/** The button that says how much is under way, and the panel behind it. */
export function JobsTray({ folded }: { folded: boolean }) {
  const [open, setOpen] = useState(false);
  const live = useJobs();
  useShortcut("jobs", () => setOpen((was) => !was));
  const count = (state: string) => live.jobs?.filter((job) => job.state === state).length ?? 0;
  const underWay = count("RUNNING") + count("QUEUED");
  const failed = count("FAILED");
  const Icon = underWay > 0 ? LoaderCircle : Layers;
  const words = [underWay > 0 && `${underWay} under way`, failed > 0 && `${failed} failed`].filter(
    Boolean,
  );
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        aria-label={["Jobs", ...words].join(", ")}
        aria-keyshortcuts="g j"
        className={cn(
          "flex h-8 items-center gap-2.5 rounded-md text-ink-soft text-sm transition-colors hover:bg-press hover:text-ink data-[state=open]:bg-press",
          folded ? "w-8 justify-center" : "px-2",
        )}
      >
        <Icon
          aria-hidden
          strokeWidth={1.75}
          className={cn(
            "size-4 shrink-0",
            underWay > 0 && "animate-spin text-accent-text motion-reduce:animate-none",
          )}
        />
        {!folded && <span className="flex-1 text-left font-medium">Jobs</span>}
        {!folded && underWay > 0 && (
          <span className="rounded-full bg-accent-wash px-1.5 text-2xs text-accent-text tabular-nums">
            {underWay}
          </span>
        )}
        {!folded && failed > 0 && (
          <span className="rounded-full bg-danger-wash px-1.5 text-2xs text-danger-text tabular-nums">
            {failed}
          </span>
        )}
      </PopoverTrigger>
      <PopoverContent
        side="top"
        align="start"
        aria-label="Jobs"
        className="w-96 max-w-[calc(100vw-2rem)]"
      >
        <JobsPanel {...live} />
      </PopoverContent>
    </Popover>
  );
}
