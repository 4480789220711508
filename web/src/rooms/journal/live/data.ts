"use client";

import type { ApolloClient } from "@apollo/client";
import { useEffect } from "react";
import { follow } from "@/graphql/follow";
import { JournalChangesDocument } from "@/graphql/generated/journal/graphql";
import { useJournalClient } from "../api/data";
import { queriesOf } from "./affected";

/** Changes come in bursts, such as the many photos of one upload. */
const gatherMs = 200;

/** Keeps what is on the screen in step with what others and the jobs do. */
export function useLiveJournal(projectId?: string) {
  const client = useJournalClient();
  useEffect(() => keepInStep(client, projectId), [client, projectId]);
}

function keepInStep(client: ApolloClient, projectId: string | undefined): () => void {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let affected = new Set<string>();

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
  const stop = follow(
    client,
    { query: JournalChangesDocument, variables: { projectId: projectId ?? null } },
    {
      onData: ({ journalChanges: { kind, entity } }) => gather(kind === "RESYNC" ? "*" : entity),
      onMissed: () => gather("*"),
    },
  );
  return () => {
    clearTimeout(gathering);
    stop();
  };
}
