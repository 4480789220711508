"use client";

import type { ApolloClient } from "@apollo/client";
import { useEffect } from "react";
import { follow } from "@/graphql/follow";
import { FactoryChangesDocument, type FactoryEntity } from "@/graphql/generated/factory/graphql";
import { useFactoryClient } from "../api/data";
import { asksFor, fieldsOf } from "./affected";

/** Changes come in bursts, such as the many items of one order. */
const gatherMs = 300;

/** Keeps what is on the screen in step with what others and the jobs do. */
export function useLiveFactory(orderId?: string) {
  const client = useFactoryClient();
  useEffect(() => keepInStep(client, orderId), [client, orderId]);
}

function keepInStep(client: ApolloClient, orderId: string | undefined): () => void {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let affected = new Set<string>();

  const reread = () => {
    gathering = undefined;
    const fields = affected;
    affected = new Set();
    const shown = [...client.getObservableQueries("active")].filter((query) =>
      asksFor(query.query, fields),
    );
    for (const query of shown) query.refetch().catch(() => undefined);
  };
  const gather = (entity: FactoryEntity | null | undefined) => {
    for (const field of fieldsOf(entity)) affected.add(field);
    gathering ??= setTimeout(reread, gatherMs);
  };
  const stop = follow(
    client,
    { query: FactoryChangesDocument, variables: { orderId: orderId ?? null } },
    {
      onData: ({ factoryChanges: { kind, entity } }) => gather(kind === "RESYNC" ? null : entity),
      onMissed: () => gather(null),
    },
  );
  return () => {
    clearTimeout(gathering);
    stop();
  };
}
