"use client";

import { FileDown } from "lucide-react";
import { ErrorState } from "@/patterns/error-state";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import type { JobActions } from "./data";
import { grouped } from "./grouping";
import { JobRow } from "./row";

/** What runs, waits, failed and was done. */
export function JobsPanel({ jobs, problem, reload, cancel, retry, exportAll }: JobActions) {
  const { can } = useSession();
  return (
    <>
      <header className="flex items-center gap-2 border-line border-b px-3 py-2">
        <h2 className="font-medium text-sm">Jobs</h2>
        {can("tenant.export") && (
          <Button size="sm" className="ml-auto" onClick={exportAll}>
            <FileDown />
            Export everything
          </Button>
        )}
      </header>
      <div className="scroll-quiet max-h-[min(26rem,60dvh)] overflow-y-auto p-1">
        {problem !== undefined && (
          <ErrorState what="Jobs didn’t load" problem={problem} retry={reload} />
        )}
        {problem === undefined && jobs === undefined && <Skeleton className="m-2 h-10" />}
        {jobs?.length === 0 && (
          <p className="px-3 py-8 text-center text-ink-soft text-sm">
            Nothing is under way. What takes longer than a moment shows up here, with how far it is.
          </p>
        )}
        {grouped(jobs ?? []).map(({ name, jobs }) => (
          <section key={name} aria-label={name}>
            <h3 className="px-2 pt-2 pb-1 text-2xs text-ink-faint">{name}</h3>
            <ul>
              {jobs.map((job) => (
                <JobRow key={job.id} job={job} actions={{ cancel, retry }} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
