"use client";

import { useMemo } from "react";
import {
  CheckProviderDocument,
  type CheckProviderMutation,
  type ModelFactsFragment,
  type ProviderFactsFragment,
  type ProviderPatch,
  ProvidersDocument,
  RemoveProviderKeyDocument,
  SetProviderKeyDocument,
  SyncProviderModelsDocument,
  UpdateProviderDocument,
} from "@/graphql/generated/factory/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";

export type Provider = ProviderFactsFragment;
export type Model = ModelFactsFragment;
export type Check = CheckProviderMutation["checkProvider"];
export type { ProviderPatch };

export function useProviders() {
  const { data, problem, retry } = useRead(ProvidersDocument, {});
  return { providers: data?.providers, problem, retry };
}

export function useProviderChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      update: async (
        { id, version }: Provider,
        patch: ProviderPatch,
      ): Promise<Outcome<Provider>> => {
        const data = await change(UpdateProviderDocument, { id, version, patch });
        return outcome<Provider>(data.updateProvider);
      },
      setKey: async (id: string, key: string): Promise<void> => {
        await change(SetProviderKeyDocument, { id, key });
      },
      removeKey: async (id: string): Promise<void> => {
        await change(RemoveProviderKeyDocument, { id });
      },
      check: async (id: string): Promise<Check> =>
        (await change(CheckProviderDocument, { id })).checkProvider,
      sync: async (id: string): Promise<number> =>
        (await change(SyncProviderModelsDocument, { id })).syncProviderModels.models.length,
    }),
    [change],
  );
}
