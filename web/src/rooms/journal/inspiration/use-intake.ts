"use client";

import { useCallback, useState } from "react";
import { upload } from "@/rest/uploads";
import { useSession } from "@/session/session";
import { attempt } from "../attempt";
import { useIdeaChanges } from "./data";
import { ideaOf } from "./pasted";

/** Takes in what is dropped, pasted or typed: words, addresses and files. */
export function useIntake() {
  const { me } = useSession();
  const { create } = useIdeaChanges();
  const [underWay, setUnderWay] = useState(0);
  const tenant = me.tenant.id;

  const keep = useCallback(async (act: () => Promise<void>): Promise<boolean> => {
    setUnderWay((count) => count + 1);
    try {
      return await attempt("It wasn’t kept", act);
    } finally {
      setUnderWay((count) => count - 1);
    }
  }, []);

  const takeText = useCallback(
    async (text: string): Promise<boolean> => {
      const idea = ideaOf(text);
      return idea === null ? false : keep(() => create(idea));
    },
    [create, keep],
  );

  const takeFiles = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        await keep(async () => {
          const signal = new AbortController().signal;
          const uploadId = await upload({ tenant, file, onProgress: () => undefined, signal });
          await create({ type: typeOf(file), title: file.name, uploadId, tags: [] });
        });
      }
    },
    [create, keep, tenant],
  );

  return { takeText, takeFiles, underWay };
}

function typeOf(file: File): "IMAGE" | "AUDIO" | "FILE" {
  if (file.type.startsWith("image/")) return "IMAGE";
  return file.type.startsWith("audio/") ? "AUDIO" : "FILE";
}
