"use client";

import { useMemo } from "react";
import {
  AddCustomFieldDocument,
  type CustomFieldPatch,
  FieldLibraryDocument,
  ForgetTermDocument,
  JournalSettingsDocument,
  type JournalSettingsPatch,
  type LibraryFieldFragment,
  type NewCustomField,
  type SettingsPageFragment,
  TeachTermDocument,
  TermsDocument,
  type TermsQuery,
  UpdateCustomFieldDocument,
  UpdateJournalSettingsDocument,
} from "@/graphql/generated/journal/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";

export type LibraryField = LibraryFieldFragment;
export type Settings = SettingsPageFragment;
export type Term = TermsQuery["terms"][number];
export type { CustomFieldPatch, JournalSettingsPatch, NewCustomField };

/** The studio's own fields, in its order. */
export function useFieldLibrary(retired: boolean): readonly LibraryField[] | undefined {
  const fields = useRead(FieldLibraryDocument, { retired }).data?.fieldLibrary;
  return useMemo(() => fields && [...fields].sort((a, b) => a.position - b.position), [fields]);
}

export function useSettings() {
  const { data, problem, retry } = useRead(JournalSettingsDocument, {});
  return { settings: data?.journalSettings, problem, retry };
}

export function useTerms(): readonly Term[] | undefined {
  return useRead(TermsDocument, {}).data?.terms;
}

export function useSettingsChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      addField: async (input: NewCustomField): Promise<void> => {
        await change(
          AddCustomFieldDocument,
          { input },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "fieldLibrary" }) },
        );
      },
      updateField: async (
        { key, version }: LibraryField,
        patch: CustomFieldPatch,
      ): Promise<Outcome<LibraryField>> => {
        const data = await change(
          UpdateCustomFieldDocument,
          { key, version, patch },
          {
            update: (cache) => {
              if ("retired" in patch) cache.evict({ id: "ROOT_QUERY", fieldName: "fieldLibrary" });
            },
          },
        );
        return outcome<LibraryField>(data.updateCustomField);
      },
      update: async (
        settings: Settings,
        patch: JournalSettingsPatch,
      ): Promise<Outcome<Settings>> => {
        const data = await change(UpdateJournalSettingsDocument, {
          version: settings.version,
          patch,
        });
        return outcome<Settings>(data.updateJournalSettings);
      },
      teach: async (term: string, canonical: string | null, kind: string): Promise<void> => {
        await change(
          TeachTermDocument,
          { term, canonical, kind },
          {
            update: (cache, { teachTerm }) =>
              cache.updateQuery(
                { query: TermsDocument },
                (data) =>
                  data && {
                    terms: [
                      teachTerm,
                      ...data.terms.filter((known) => known.term !== teachTerm.term),
                    ],
                  },
              ),
          },
        );
      },
      forget: async (term: string): Promise<void> => {
        await change(
          ForgetTermDocument,
          { term },
          {
            update: (cache) =>
              cache.updateQuery(
                { query: TermsDocument },
                (data) => data && { terms: data.terms.filter((known) => known.term !== term) },
              ),
          },
        );
      },
    }),
    [change],
  );
}
