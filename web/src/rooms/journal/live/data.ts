"use client";

import type { ApolloClient } from "@apollo/client";
import { useEffect } from "react";
import { follow } from "@/graphql/follow";
import { JournalChangesDocument } from "@/graphql/generated/journal/graphql";
import { createRereader } from "@/graphql/reread";
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
  const rereader = createRereader(
    client,
    gatherMs,
    ({ queryName }, names) => queryName !== undefined && names.has(queryName),
  );
  const stop = follow(
    client,
    { query: JournalChangesDocument, variables: { projectId: projectId ?? null } },
    {
      onData: ({ journalChanges: { kind, entity } }) =>
        rereader.add(queriesOf(kind === "RESYNC" ? "*" : entity)),
      onUnheard: () => rereader.add(queriesOf("*")),
    },
  );
  return () => {
    rereader.stop();
    stop();
  };
}
