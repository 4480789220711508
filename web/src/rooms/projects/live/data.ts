"use client";

import { type ApolloClient, makeVar } from "@apollo/client";
import { useApolloClient, useReactiveVar } from "@apollo/client/react";
import { useEffect } from "react";
import { follow } from "@/graphql/follow";
import {
  ProjectChangedDocument,
  type ProjectChangedSubscription,
  ProjectsDocument,
} from "@/graphql/generated/graphql";
import { projectViews, removeFromLists, takeIn } from "../cached/data";

/** Projects that somebody deleted while this page was open. */
const deleted = makeVar<ReadonlySet<string>>(new Set());

export function useIsDeleted(id: string): boolean {
  return useReactiveVar(deleted).has(id);
}

/** Keeps lists and pages in step with what others do, for as long as the caller is mounted. */
export function useLiveProjects() {
  const client = useApolloClient();
  useEffect(() => keepInStep(client), [client]);
}

function keepInStep(client: ApolloClient): () => void {
  return follow(
    client,
    { query: ProjectChangedDocument },
    {
      onData: ({ projectChanged }) => apply(client, projectChanged),
      onMissed: () => resync(client),
    },
  );
}

type Change = ProjectChangedSubscription["projectChanged"];

function apply(client: ApolloClient, { kind, id, project }: Change) {
  if (kind === "RESYNC") resync(client);
  else if (kind === "DELETED" && id !== null) {
    removeFromLists(client.cache, id);
    deleted(new Set(deleted()).add(id));
  } else if (project !== null) takeIn(client.cache, project);
}

/** Reads again what is on screen, and forgets the lists that aren't. */
function resync(client: ApolloClient) {
  const shown = [...client.getObservableQueries("active")].map(({ variables }) => variables);
  for (const view of projectViews(client.cache)) {
    const onScreen = shown.some(
      (variables) => variables?.state === view.state && variables?.owner === view.owner,
    );
    const read = client.cache.readQuery({ query: ProjectsDocument, variables: view }) !== null;
    if (read && !onScreen) {
      client.cache.evict({ id: "ROOT_QUERY", fieldName: "projects", args: { ...view } });
    }
  }
  client.refetchQueries({ include: "active" }).catch(() => undefined);
}
