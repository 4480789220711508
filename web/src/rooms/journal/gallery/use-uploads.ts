"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { say } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { upload } from "@/rest/uploads";
import { useSession } from "@/session/session";
import { useAssetChanges } from "./data";

export interface Upload {
  key: string;
  name: string;
  /** From 0 to 1. */
  share: number;
  problem: Problem | null;
}

const atOnce = 3;

/** Sends files, a few at a time, and makes assets of them. What failed can be tried again. */
export function useUploads(projectId: string | null) {
  const { me } = useSession();
  const { register } = useAssetChanges();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<{ key: string; file: File }[]>([]);
  const running = useRef(0);
  const files = useRef(new Map<string, File>());
  const abort = useMemo(() => new AbortController(), []);
  const tenant = me.tenant.id;

  const patch = useCallback(
    (key: string, part: Partial<Upload> | null) =>
      setUploads((before) =>
        part === null
          ? before.filter((known) => known.key !== key)
          : before.map((known) => (known.key === key ? { ...known, ...part } : known)),
      ),
    [],
  );

  const send = useCallback(
    async (key: string, file: File) => {
      try {
        const onProgress = ({ sent, total }: { sent: number; total: number }) =>
          patch(key, { share: total === 0 ? 1 : sent / total });
        const id = await upload({ tenant, file, onProgress, signal: abort.signal });
        const asset = await register(id, file.name, projectId);
        if (asset.duplicateOf !== null) say(`${file.name} was here already`);
        files.current.delete(key);
        patch(key, null);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        patch(key, { problem: error });
      }
    },
    [abort, patch, projectId, register, tenant],
  );

  const pump = useCallback(() => {
    while (running.current < atOnce) {
      const next = waiting.current.shift();
      if (next === undefined) return;
      running.current += 1;
      void send(next.key, next.file).finally(() => {
        running.current -= 1;
        pump();
      });
    }
  }, [send]);

  const add = useCallback(
    (chosen: readonly File[]) => {
      const rows = chosen.map((file) => ({ key: crypto.randomUUID(), file }));
      for (const { key, file } of rows) files.current.set(key, file);
      waiting.current.push(...rows);
      setUploads((before) => [
        ...before,
        ...rows.map(({ key, file }) => ({ key, name: file.name, share: 0, problem: null })),
      ]);
      pump();
    },
    [pump],
  );

  const busy = uploads.some(({ problem }) => problem === null);
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [busy]);

  return {
    uploads,
    add,
    retry: (key: string) => {
      const file = files.current.get(key);
      if (file === undefined) return;
      patch(key, { problem: null, share: 0 });
      waiting.current.push({ key, file });
      pump();
    },
    dismiss: (key: string) => {
      files.current.delete(key);
      patch(key, null);
    },
  };
}
