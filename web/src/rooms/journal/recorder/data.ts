"use client";

import { useMemo } from "react";
import {
  BeginRecordingDocument,
  DeleteRecordingDocument,
  FinishRecordingDocument,
  RecordingProgressDocument,
  type RecordingProgressQuery,
  RecordingsDocument,
  type RecordingsQuery,
  RetranscribeDocument,
} from "@/graphql/generated/journal/graphql";
import { toProblem } from "@/graphql/to-problem";
import { Problem } from "@/problem/problem";
import { sendChunk } from "@/rest/recordings";
import { useChange, useJournalClient, useRead } from "../api/data";
import type { Wire } from "./courier";

export type RecordingProgress = NonNullable<RecordingProgressQuery["recording"]>;

export type WaitingRecording = RecordingsQuery["recordings"]["nodes"][number];

const pollMs = 1000;
/** What the server has and works on is among the latest. */
const latest = 20;

/** How far a recording is on its way to facts; asked for until there is nothing more to come. */
export function useRecordingProgress(id: string, ended: boolean): RecordingProgress | undefined {
  const { data } = useRead(RecordingProgressDocument, { id }, { pollMs: ended ? 0 : pollMs });
  return data?.recording ?? undefined;
}

/** Recordings that are on their way to a note, or didn't become one; the newest first. */
export function useWaitingRecordings(projectId: string | null): readonly WaitingRecording[] {
  const { data } = useRead(RecordingsDocument, { first: latest });
  return (data?.recordings.nodes ?? []).filter(
    (recording) =>
      recording.state !== "RECORDING" &&
      recording.state !== "DONE" &&
      (projectId === null || recording.projectId === projectId),
  );
}

/** The calls about recordings. A version that has moved on is read from the refusal and tried again. */
export function useRecordingCalls() {
  const change = useChange();
  const client = useJournalClient();
  return useMemo(() => {
    const current = async (id: string) => {
      try {
        const { data } = await client.query({
          query: RecordingProgressDocument,
          variables: { id },
          fetchPolicy: "network-only",
        });
        return data?.recording ?? null;
      } catch (error) {
        throw toProblem(error);
      }
    };
    const lost = () =>
      new Problem({ code: "conflict", message: "The recording was changed by somebody else" });

    const wire: Wire = {
      begin: async (input) => {
        const data = await change(BeginRecordingDocument, { input });
        return data.beginRecording.id;
      },
      send: (held, id, index, bytes) => sendChunk(held.tenant, id, index, bytes),
      finish: async (id, chunks) => {
        let version = (await current(id))?.version ?? 1;
        for (let attempt = 0; attempt < 3; attempt++) {
          const { finishRecording } = await change(FinishRecordingDocument, {
            id,
            version,
            chunks,
          });
          if (!("current" in finishRecording)) return;
          if (finishRecording.current.state !== "RECORDING") return;
          version = finishRecording.current.version;
        }
        throw lost();
      },
    };
    return {
      wire,
      /** Makes a recording of a file that was uploaded; it is written down at once. */
      fromUpload: async (uploadId: string, contentType: string, projectId: string | null) => {
        const input = { uploadId, contentType, projectId };
        const data = await change(BeginRecordingDocument, { input });
        return data.beginRecording.id;
      },
      remove: async (id: string) => {
        const version = (await current(id))?.version;
        if (version === undefined) return;
        await change(
          DeleteRecordingDocument,
          { id, version },
          {
            update: (cache, { deleteRecording }) => {
              if (!("id" in deleteRecording)) return;
              cache.evict({ id: cache.identify({ __typename: "Recording", id }) ?? "" });
              cache.gc();
            },
          },
        );
      },
      /** Has the server hear a recording anew; what was heard before is kept. */
      hearAgain: async (id: string) => {
        const version = (await current(id))?.version;
        if (version === undefined)
          throw new Problem({ code: "not_found", message: "The recording is no longer there" });
        const { retranscribe } = await change(RetranscribeDocument, { id, version });
        if ("current" in retranscribe) throw lost();
      },
    };
  }, [change, client]);
}
