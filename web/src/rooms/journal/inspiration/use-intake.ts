"use client";

import { useCallback, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { upload } from "@/rest/uploads";
import { useSession } from "@/session/session";
import { type NewInspiration, useIdeaChanges } from "./data";
import { ideaOf, titleOf } from "./pasted";

/** Takes in what is dropped, pasted or typed: words, addresses and files. */
export function useIntake(placeOfNew: () => number | undefined) {
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

  const put = (idea: NewInspiration) => {
    const position = placeOfNew();
    return create(position === undefined ? idea : { ...idea, position });
  };
  const takeText = async (text: string): Promise<boolean> => {
    const idea = ideaOf(text);
    return idea === null ? false : keep(() => put(idea));
  };

  const takeFiles = async (files: readonly File[]) => {
    for (const file of files) {
      await keep(async () => {
        const signal = new AbortController().signal;
        const uploadId = await upload({ tenant, file, onProgress: () => undefined, signal });
        await put({ type: typeOf(file), title: titleOf(file.name), uploadId, tags: [] });
      });
    }
  };

  return { takeText, takeFiles, underWay };
}

function typeOf(file: File): "IMAGE" | "AUDIO" | "FILE" {
  if (file.type.startsWith("image/")) return "IMAGE";
  return file.type.startsWith("audio/") ? "AUDIO" : "FILE";
}
