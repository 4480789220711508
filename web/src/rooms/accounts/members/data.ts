"use client";

import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import {
  AddMemberDocument,
  MembersDocument,
  RemoveMemberDocument,
  type Role,
  SetMemberRoleDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";
import type { Member } from "@/session/data";

/** The writes on who belongs to the current organisation. */
export function useMemberChanges() {
  const client = useApolloClient();
  return useMemo(() => {
    const change = (edit: (nodes: readonly Member[]) => Member[]) =>
      client.cache.updateQuery({ query: MembersDocument }, (data) =>
        data ? { members: { ...data.members, nodes: edit(data.members.nodes) } } : undefined,
      );

    return {
      add: async (login: string, role: Role) => {
        try {
          const { data } = await client.mutate({
            mutation: AddMemberDocument,
            variables: { input: { login, role } },
          });
          const member = data?.addMember;
          if (member) change((nodes) => [...nodes, member]);
        } catch (error) {
          throw toProblem(error);
        }
      },

      setRole: async (member: Member, role: Role) => {
        try {
          await client.mutate({
            mutation: SetMemberRoleDocument,
            variables: { user: member.user.id, role },
            optimisticResponse: { setMemberRole: { ...member, role } },
          });
        } catch (error) {
          throw toProblem(error);
        }
      },

      remove: async (userId: string) => {
        try {
          await client.mutate({ mutation: RemoveMemberDocument, variables: { user: userId } });
          change((nodes) => nodes.filter(({ user }) => user.id !== userId));
        } catch (error) {
          throw toProblem(error);
        }
      },
    };
  }, [client]);
}
