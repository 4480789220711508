"use client";

import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useState } from "react";
import { follow } from "@/graphql/follow";
import {
  CancelJobDocument,
  ExportTenantDocument,
  JobChangesDocument,
  JobsDocument,
  RetryJobDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";
import { sayProblem } from "@/patterns/toast";
import type { Problem } from "@/problem/problem";
import { isNewer, type Job } from "./grouping";

type Jobs = ReadonlyMap<string, Job>;

function merged(known: Jobs | undefined, news: readonly Job[]): Jobs {
  const next = new Map(known);
  for (const job of news) if (isNewer(job, next.get(job.id))) next.set(job.id, job);
  return next;
}

/** The tenant's jobs, live for as long as the caller is mounted. */
export function useJobs() {
  const client = useApolloClient();
  const [jobs, setJobs] = useState<Jobs>();
  const [problem, setProblem] = useState<Problem>();
  const take = useCallback((news: readonly Job[]) => setJobs((known) => merged(known, news)), []);

  const read = useCallback(async () => {
    try {
      const { data } = await client.query({ query: JobsDocument, fetchPolicy: "no-cache" });
      if (data === undefined) return;
      const { running, queued, failed, recent } = data;
      take([running, queued, failed, recent].flatMap(({ nodes }) => nodes));
      setProblem(undefined);
    } catch (reason) {
      setProblem(toProblem(reason));
    }
  }, [client, take]);

  useEffect(() => {
    return follow(
      client,
      { query: JobChangesDocument },
      {
        // The first news has no job: the list is read then, so that nothing falls in between.
        onData: ({ jobChanges }) => (jobChanges.job ? take([jobChanges.job]) : void read()),
        onUnheard: () => void read(),
      },
    );
  }, [client, read, take]);

  const act = useCallback(
    async (what: string, change: () => Promise<Job | undefined>) => {
      try {
        const job = await change();
        if (job) take([job]);
      } catch (reason) {
        sayProblem(what, toProblem(reason));
        await read();
      }
    },
    [take, read],
  );

  return {
    jobs: jobs && [...jobs.values()],
    problem: jobs === undefined ? problem : undefined,
    reload: () => void read(),
    cancel: (id: string) =>
      void act("The job wasn’t cancelled", async () => {
        const variables = { id };
        const { data } = await client.mutate({ mutation: CancelJobDocument, variables });
        return data?.cancelJob;
      }),
    retry: (id: string) =>
      void act("The job wasn’t retried", async () => {
        const variables = { id };
        const { data } = await client.mutate({ mutation: RetryJobDocument, variables });
        return data?.retryJob;
      }),
    exportAll: () =>
      void act("The export didn’t start", async () => {
        const { data } = await client.mutate({ mutation: ExportTenantDocument });
        return data?.exportTenant;
      }),
  };
}

export type JobActions = ReturnType<typeof useJobs>;
