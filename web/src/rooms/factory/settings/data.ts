"use client";

import { useMemo } from "react";
import {
  FactorySettingsDocument,
  type FactorySettingsQuery,
  UpdateFactorySettingDocument,
} from "@/graphql/generated/factory/graphql";
import { useChange, useRead } from "../api/data";

export type Setting = FactorySettingsQuery["factorySettings"][number];

export function useFactorySettings(skip = false) {
  const { data, problem, retry } = useRead(FactorySettingsDocument, {}, { skip });
  return { settings: data?.factorySettings, problem, retry };
}

export function useSettingChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      update: async (key: string, value: unknown): Promise<void> => {
        await change(UpdateFactorySettingDocument, { key, value });
      },
    }),
    [change],
  );
}
