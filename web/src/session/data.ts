"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useCallback, useMemo } from "react";
import {
  CreateOrganisationDocument,
  MeDocument,
  type MemberFieldsFragment,
  MembersDocument,
  type MeQuery,
  UpdateProfileDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";

export type Me = MeQuery["me"];
export type Tenant = Me["tenant"];
export type Member = MemberFieldsFragment;

export function useMe() {
  const { data, error, refetch } = useQuery(MeDocument, { notifyOnNetworkStatusChange: true });
  return {
    me: data?.me,
    problem: error && data === undefined ? toProblem(error) : undefined,
    retry: () => void refetch().catch(() => undefined),
  };
}

export function useUpdateProfile() {
  const [mutate] = useMutation(UpdateProfileDocument);
  return useCallback(
    async (patch: { name?: string; preferences?: Record<string, unknown> }) => {
      await mutate({ variables: { patch } }).catch((error: unknown) => {
        throw toProblem(error);
      });
    },
    [mutate],
  );
}

/** Makes an organisation that the caller owns, and gives its id. */
export function useCreateOrganisation() {
  const [mutate] = useMutation(CreateOrganisationDocument);
  return useCallback(
    async (name: string): Promise<string> => {
      try {
        const { data } = await mutate({ variables: { input: { name } } });
        if (!data) throw new Error("no data");
        return data.createOrganisation.id;
      } catch (error) {
        throw toProblem(error);
      }
    },
    [mutate],
  );
}

/** As many as the switch from an id to a name needs at once; the members page reads the rest. */
const membersAtOnce = 100;

export function useMembers() {
  const { data, error, fetchMore, refetch } = useQuery(MembersDocument, {
    variables: { first: membersAtOnce },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.members;
  return {
    members: page?.nodes,
    problem: error && data === undefined ? toProblem(error) : undefined,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () =>
      void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).catch(() => undefined),
    retry: () => void refetch().catch(() => undefined),
  };
}

/** Looks a person's name up; null for someone who has left the tenant. */
export function usePeople(): (userId: string) => string | null {
  const { data } = useQuery(MembersDocument, { variables: { first: membersAtOnce } });
  const nodes = data?.members.nodes;
  return useMemo(() => {
    const names = new Map(nodes?.map(({ user }) => [user.id, user.name]));
    return (userId) => names.get(userId) ?? null;
  }, [nodes]);
}

/** Reads who I am and what I may do again, after something changed it. */
export function useRefreshMe() {
  const client = useApolloClient();
  return useCallback(
    () => void client.query({ query: MeDocument, fetchPolicy: "network-only" }).catch(() => null),
    [client],
  );
}
