"use client";

import type { ApolloClient } from "@apollo/client";
import { useEffect } from "react";
import { asksFor } from "@/graphql/asks-for";
import { follow } from "@/graphql/follow";
import { FactoryChangesDocument } from "@/graphql/generated/factory/graphql";
import { createRereader } from "@/graphql/reread";
import { useFactoryClient } from "../api/data";
import { fieldsOf } from "./affected";

/** Changes come in bursts, such as the many items of one order. */
const gatherMs = 300;

/** Keeps what is on the screen in step with what others and the jobs do. */
export function useLiveFactory(orderId?: string) {
  const client = useFactoryClient();
  useEffect(() => keepInStep(client, orderId), [client, orderId]);
}

function keepInStep(client: ApolloClient, orderId: string | undefined): () => void {
  const rereader = createRereader(client, gatherMs, ({ query }, fields) => asksFor(query, fields));
  const stop = follow(
    client,
    { query: FactoryChangesDocument, variables: { orderId: orderId ?? null } },
    {
      onData: ({ factoryChanges: { kind, entity } }) =>
        rereader.add(fieldsOf(kind === "RESYNC" ? null : entity)),
      onUnheard: () => rereader.add(fieldsOf(null)),
    },
  );
  return () => {
    rereader.stop();
    stop();
  };
}
