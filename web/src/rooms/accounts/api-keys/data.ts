"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import {
  type ApiKeyFieldsFragment,
  ApiKeysDocument,
  CreateApiKeyDocument,
  type NewApiKey,
  RevokeApiKeyDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";

export type ApiKey = ApiKeyFieldsFragment;

export function useApiKeys() {
  const { data, error, refetch } = useQuery(ApiKeysDocument, { fetchPolicy: "cache-and-network" });
  return {
    apiKeys: data?.apiKeys,
    problem: error && data === undefined ? toProblem(error) : undefined,
    retry: () => void refetch().catch(() => undefined),
  };
}

export function useApiKeyChanges() {
  const client = useApolloClient();
  return useMemo(() => {
    const change = (edit: (keys: readonly ApiKey[]) => ApiKey[]) =>
      client.cache.updateQuery({ query: ApiKeysDocument }, (data) =>
        data ? { apiKeys: edit(data.apiKeys) } : undefined,
      );
    return {
      /** Gives the token. It isn't kept anywhere, the cache included: it is shown and forgotten. */
      create: async (input: NewApiKey): Promise<string> => {
        try {
          const { data } = await client.mutate({
            mutation: CreateApiKeyDocument,
            variables: { input },
            fetchPolicy: "no-cache",
          });
          if (!data) throw new Error("the answer is empty");
          const { apiKey, token } = data.createApiKey;
          change((keys) => [apiKey, ...keys]);
          return token;
        } catch (error) {
          throw toProblem(error);
        }
      },

      revoke: async (id: string) => {
        try {
          await client.mutate({ mutation: RevokeApiKeyDocument, variables: { id } });
          change((keys) => keys.filter((key) => key.id !== id));
        } catch (error) {
          throw toProblem(error);
        }
      },
    };
  }, [client]);
}
