"use client";

import type { ApolloClient } from "@apollo/client";
import { useEffect } from "react";
import { backoffMs } from "@/graphql/backoff";
import { JournalChangesDocument } from "@/graphql/generated/journal/graphql";
import { toProblem } from "@/graphql/to-problem";
import { endsSession } from "@/problem/problem";
import { useJournalClient } from "../api/data";
import { queriesOf } from "./affected";

/** Changes come in bursts, such as the many photos of one upload. */
const gatherMs = 200;

/** Keeps what is on the screen in step with what others and the jobs do. */
export function useLiveJournal(projectId?: string) {
  const client = useJournalClient();
  useEffect(() => follow(client, projectId), [client, projectId]);
}

function follow(client: ApolloClient, projectId: string | undefined): () => void {
  let stop: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let affected = new Set<string>();
  let ended = false;

  const reread = () => {
    gathering = undefined;
    const names = affected;
    affected = new Set();
    const shown = [...client.getObservableQueries("active")].filter(
      (query) => query.queryName !== undefined && names.has(query.queryName),
    );
    for (const query of shown) query.refetch().catch(() => undefined);
  };
  const gather = (entity: string) => {
    for (const name of queriesOf(entity)) affected.add(name);
    gathering ??= setTimeout(reread, gatherMs);
  };
  const connect = (attempt: number) => {
    let tries = attempt;
    const again = (reason?: unknown) => {
      stop();
      if (ended || (reason !== undefined && endsSession(toProblem(reason).code))) return;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          // Whatever happened in between was missed.
          gather("*");
          connect(tries + 1);
        },
        backoffMs(tries, Math.random()),
      );
    };
    const subscription = client
      .subscribe({
        query: JournalChangesDocument,
        variables: { projectId: projectId ?? null },
        fetchPolicy: "no-cache",
      })
      .subscribe({
        next: ({ data, error }) => {
          if (error) return again(error);
          tries = 0;
          if (data)
            gather(data.journalChanges.kind === "RESYNC" ? "*" : data.journalChanges.entity);
        },
        error: again,
        complete: () => again(),
      });
    stop = () => subscription.unsubscribe();
  };

  connect(0);
  return () => {
    ended = true;
    clearTimeout(timer);
    clearTimeout(gathering);
    stop();
  };
}
