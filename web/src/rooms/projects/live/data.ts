"use client";

import { type ApolloClient, makeVar } from "@apollo/client";
import { useApolloClient, useReactiveVar } from "@apollo/client/react";
import { useEffect } from "react";
import { asksFor } from "@/graphql/asks-for";
import { follow } from "@/graphql/follow";
import {
  ProjectChangedDocument,
  type ProjectChangedSubscription,
  ProjectsDocument,
} from "@/graphql/generated/graphql";
import { createRereader } from "@/graphql/reread";
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

/** What shows projects, in this room and in others. */
const fields: ReadonlySet<string> = new Set(["project", "projects"]);
/** The first resync comes with the page, whose own reading may not be over. */
const gatherMs = 200;

function keepInStep(client: ApolloClient): () => void {
  const rereader = createRereader(client, gatherMs, ({ query }, due) => asksFor(query, due));
  const resync = () => {
    forgetUnseen(client);
    rereader.add(fields);
  };
  const stop = follow(
    client,
    { query: ProjectChangedDocument },
    {
      onData: ({ projectChanged }) =>
        projectChanged.kind === "RESYNC" ? resync() : apply(client, projectChanged),
      onUnheard: resync,
    },
  );
  return () => {
    rereader.stop();
    stop();
  };
}

type Change = ProjectChangedSubscription["projectChanged"];

function apply(client: ApolloClient, { kind, id, project }: Change) {
  if (kind === "DELETED" && id !== null) {
    removeFromLists(client.cache, id);
    deleted(new Set(deleted()).add(id));
  } else if (project !== null) takeIn(client.cache, project);
}

/** Forgets the lists that aren't on the screen; those that are, are read again. */
function forgetUnseen(client: ApolloClient) {
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
}
