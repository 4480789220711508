"use client";

import type { ApolloCache } from "@apollo/client/cache";
import { useCallback, useMemo } from "react";
import {
  ArchiveLogDocument,
  ConfirmLogDocument,
  CreateLogDocument,
  DeleteLogDocument,
  JournalDocument,
  LogAudioDocument,
  type LogEntryFragment,
  LogHistoryDocument,
  type LogPatch,
  LogRecordingDocument,
  type NewLog,
  PendingDocument,
  ProjectChoicesDocument,
  ReextractLogDocument,
  RejectLogDocument,
  SpeechDocument,
  UndoLogDocument,
  UpdateLogDocument,
} from "@/graphql/generated/journal/graphql";
import { onThisHost } from "@/rest/address";
import { type Outcome, outcome, useChange, useJournalClient, useRead } from "../api/data";

export type Entry = LogEntryFragment;
export type Choice = { id: string; name: string; type: string };
export type { LogPatch };

const pageSize = 50;

/** Notes, newest first; of one project, or of all and of none. */
export function useJournal(projectId: string | null) {
  const { data, problem, retry, more, idle } = useRead(JournalDocument, {
    projectId,
    first: pageSize,
  });
  const page = data?.journal;
  return {
    entries: page?.nodes,
    problem,
    retry,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
    idle,
  };
}

/** Notes whose facts nobody has looked at yet. */
export function usePending(projectId: string | null): readonly Entry[] | undefined {
  const { data } = useRead(PendingDocument, { projectId, first: pageSize });
  // A note that was just decided may still be in the list that was read before.
  return useMemo(
    () => data?.journal.nodes.filter((entry) => entry.attributionStatus === "PENDING"),
    [data],
  );
}

/** What a note may belong to. */
export function useProjectChoices(): readonly Choice[] {
  const { data } = useRead(ProjectChoicesDocument, {}, { fresh: false });
  return data?.projects.nodes ?? none;
}

const none: readonly Choice[] = [];

export function useSpeech() {
  return useRead(SpeechDocument, {}, { fresh: false }).data?.speech;
}

export function useHistory(id: string) {
  return useRead(LogHistoryDocument, { id }).data?.log?.history;
}

/** Where the sound of a note can be heard, for as long as the address lasts. */
export function useAudioAddress() {
  const client = useJournalClient();
  return useCallback(
    async (recordingId: string): Promise<string | undefined> => {
      const answer = await client
        .query({ query: LogAudioDocument, variables: { id: recordingId }, fetchPolicy: "no-cache" })
        .catch(() => undefined);
      return onThisHost(answer?.data?.recording?.audioUrl);
    },
    [client],
  );
}

/** The recording that a note was spoken in; undefined for one that was typed or is gone. */
export function useRecordingOf() {
  const client = useJournalClient();
  return useCallback(
    async (logId: string): Promise<string | undefined> => {
      const answer = await client
        .query({
          query: LogRecordingDocument,
          variables: { id: logId },
          fetchPolicy: "no-cache",
        })
        .catch(() => undefined);
      return answer?.data?.log?.transcriptMeta?.recordingId ?? undefined;
    },
    [client],
  );
}

/** Puts a note into the lists that show it, or takes it out of those that no longer do. */
function place(cache: ApolloCache, entry: Entry) {
  for (const projectId of [null, entry.projectId ?? null]) {
    cache.updateQuery(
      { query: PendingDocument, variables: { projectId, first: pageSize } },
      (data) =>
        data && { journal: withEntry(data.journal, entry, entry.attributionStatus === "PENDING") },
    );
    cache.updateQuery(
      { query: JournalDocument, variables: { projectId, first: pageSize } },
      (data) => data && { journal: withEntry(data.journal, entry, true) },
    );
  }
}

function withEntry<List extends { nodes: readonly Entry[] }>(
  list: List,
  entry: Entry,
  belongs: boolean,
): List {
  const at = list.nodes.findIndex(({ logId }) => logId === entry.logId);
  if (!belongs) return { ...list, nodes: list.nodes.filter((_, index) => index !== at) };
  return at < 0 ? { ...list, nodes: [entry, ...list.nodes] } : list;
}

function dropEntry(cache: ApolloCache, logId: string) {
  cache.evict({ id: cache.identify({ __typename: "Log", logId }) ?? "" });
  cache.gc();
}

/** The writes on notes. Deciding shows at once and is taken back if it fails. */
export function useLogChanges() {
  const change = useChange();
  return useMemo(() => {
    const take = (cache: ApolloCache, answer: Entry | { current: Entry }) =>
      place(cache, "current" in answer ? answer.current : answer);
    const named = (entry: Entry) => ({ id: entry.logId, version: entry.version });
    const decided = (entry: Entry, attributionStatus: Entry["attributionStatus"]): Entry => ({
      ...entry,
      attributionStatus,
    });

    return {
      create: async (input: NewLog): Promise<Entry> => {
        const data = await change(
          CreateLogDocument,
          { input },
          { update: (cache, { createLog }) => place(cache, createLog) },
        );
        return data.createLog;
      },
      confirm: async (entry: Entry): Promise<Outcome<Entry>> => {
        const data = await change(ConfirmLogDocument, named(entry), {
          foresee: { confirmLog: decided(entry, "CONFIRMED") },
          update: (cache, { confirmLog }) => take(cache, confirmLog),
        });
        return outcome<Entry>(data.confirmLog);
      },
      reject: async (entry: Entry): Promise<Outcome<Entry>> => {
        const data = await change(RejectLogDocument, named(entry), {
          foresee: { rejectLog: decided(entry, "REJECTED") },
          update: (cache, { rejectLog }) => take(cache, rejectLog),
        });
        return outcome<Entry>(data.rejectLog);
      },
      undo: async (entry: Entry): Promise<Outcome<Entry>> => {
        const data = await change(UndoLogDocument, named(entry), {
          update: (cache, { undoLog }) => take(cache, undoLog),
        });
        return outcome<Entry>(data.undoLog);
      },
      update: async (entry: Entry, patch: LogPatch): Promise<Outcome<Entry>> => {
        const data = await change(
          UpdateLogDocument,
          { ...named(entry), patch },
          { update: (cache, { updateLog }) => take(cache, updateLog) },
        );
        return outcome<Entry>(data.updateLog);
      },
      readAgain: async (entry: Entry): Promise<Outcome<Entry>> => {
        const data = await change(ReextractLogDocument, named(entry), {
          update: (cache, { reextractLog }) => take(cache, reextractLog),
        });
        return outcome<Entry>(data.reextractLog);
      },
      archive: async (entry: Entry): Promise<Outcome<Entry>> => {
        const data = await change(ArchiveLogDocument, named(entry), {
          update: (cache, { archiveLog }) => {
            if (!("current" in archiveLog)) dropEntry(cache, entry.logId);
          },
        });
        return outcome<Entry>(data.archiveLog);
      },
      remove: async (entry: Entry): Promise<void> => {
        await change(DeleteLogDocument, named(entry), {
          update: (cache, { deleteLog }) => {
            if ("id" in deleteLog) dropEntry(cache, entry.logId);
          },
        });
      },
    };
  }, [change]);
}
