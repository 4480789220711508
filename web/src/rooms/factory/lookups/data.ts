"use client";

import { useMemo } from "react";
import {
  CreateLookupDocument,
  DeleteLookupDocument,
  type LookupFactsFragment,
  type LookupPatch,
  LookupsDocument,
  type NewLookup,
  UpdateLookupDocument,
} from "@/graphql/generated/factory/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";

export type Lookup = LookupFactsFragment;
export type { LookupPatch, NewLookup };

/** The lookups of the house and, with a project, its own. */
export function useLookups(projectId: string | null = null) {
  const { data, before, problem, retry } = useRead(LookupsDocument, { projectId });
  return { lookups: (data ?? before)?.lookups, problem, retry };
}

export function useLookupChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      create: async (input: NewLookup): Promise<Lookup> =>
        (
          await change(
            CreateLookupDocument,
            { input },
            { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "lookups" }) },
          )
        ).createLookup,
      update: async ({ id, version }: Lookup, patch: LookupPatch): Promise<Outcome<Lookup>> => {
        const data = await change(UpdateLookupDocument, { id, version, patch });
        return outcome<Lookup>(data.updateLookup);
      },
      remove: async (id: string): Promise<void> => {
        await change(
          DeleteLookupDocument,
          { id },
          {
            update: (cache) => {
              cache.evict({ id: cache.identify({ __typename: "Lookup", id }) ?? "" });
              cache.gc();
            },
          },
        );
      },
    }),
    [change],
  );
}
