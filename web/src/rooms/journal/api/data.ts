"use client";

import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";
import type { TypePolicies } from "@apollo/client/cache";
import { useCallback, useMemo, useState } from "react";
import { keepPages } from "@/graphql/pages";
import { useClientWith, useDocument, useMutating } from "@/graphql/room";
import { toProblem } from "@/graphql/to-problem";
import type { Problem } from "@/problem/problem";

export { type Outcome, outcome } from "@/graphql/room";

const policies: TypePolicies = {
  Query: {
    fields: {
      journal: { keyArgs: ["projectId", "status"], merge: keepPages },
      assets: { keyArgs: ["projectId", "type"], merge: keepPages },
      inspirations: { keyArgs: ["linkedProjectId", "tag"], merge: keepPages },
      archive: { keyArgs: ["title", "kind"], merge: keepPages },
      artRecords: { keyArgs: ["status", "archived"], merge: keepPages },
      // An asset met in the gallery opens without waiting for the server.
      asset: {
        read: (existing, { args, toReference }) =>
          existing ?? toReference({ __typename: "Asset", id: args?.id as string }),
      },
    },
  },
  // Documents as a whole: the server replaces them, so half of an old one must not stay.
  Log: {
    keyFields: ["logId"],
    fields: { extracted: { merge: false }, transcriptMeta: { merge: false } },
  },
  ArtRecord: { keyFields: ["projectId"], fields: { customFields: { merge: false } } },
  Brief: { keyFields: ["projectId", "version"] },
  CustomField: { keyFields: ["key"] },
  Term: { keyFields: ["term"] },
  ArchivedItem: { keyFields: ["key"] },
  JournalSettings: { keyFields: [] },
  SpeechStatus: { keyFields: [] },
};

/** The client, told how the journal's nouns are kept. */
export function useJournalClient(): ApolloClient {
  return useClientWith(policies);
}

/** Reads a document of the room. */
export const useRead: typeof useDocument = (document, variables, options) => {
  useJournalClient();
  return useDocument(document, variables, options);
};

/** Writes to the room. */
export function useChange() {
  return useMutating(useJournalClient());
}

/** Asks once, when a person wants it. */
export function useAsk<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const client = useJournalClient();
  const [state, setState] = useState<{ data?: Data; problem?: Problem; busy: boolean }>({
    busy: false,
  });
  const ask = useCallback(
    async (variables: Variables) => {
      setState((before) => ({ ...before, busy: true }));
      try {
        const { data } = await client.query<Data, OperationVariables>({
          query: document,
          variables,
          fetchPolicy: "no-cache",
        });
        setState({ data: data as Data, busy: false });
      } catch (error) {
        setState({ problem: toProblem(error), busy: false });
      }
    },
    [client, document],
  );
  return useMemo(() => ({ ...state, ask }), [state, ask]);
}
