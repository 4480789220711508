"use client";

import { FileAudio } from "lucide-react";
import { useRef, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { upload } from "@/rest/uploads";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { useRecordingCalls } from "./data";

interface UploadSoundProps {
  projectId: string | null;
  /** The server has the sound, under this id. */
  onDelivered: (recordingId: string) => void;
}

/** What was recorded elsewhere, with a phone or a dictation machine, is written down the same way. */
export function UploadSound({ projectId, onDelivered }: UploadSoundProps) {
  const { me } = useSession();
  const { fromUpload } = useRecordingCalls();
  const [share, setShare] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const send = async (files: readonly File[]) => {
    for (const file of files) {
      setShare(0);
      await attempt(`${file.name} wasn’t taken`, async () => {
        const uploadId = await upload({
          tenant: me.tenant.id,
          file,
          onProgress: ({ sent, total }) => setShare(total === 0 ? 1 : sent / total),
          signal: new AbortController().signal,
        });
        onDelivered(await fromUpload(uploadId, file.type || "application/octet-stream", projectId));
      });
    }
    setShare(null);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="audio/*"
        multiple
        hidden
        aria-label="Sound files"
        onChange={({ target }) => {
          void send([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <Button
        look="ghost"
        disabled={share !== null}
        title="A recording from a phone or a dictation machine"
        onClick={() => input.current?.click()}
      >
        <FileAudio />
        <span className="max-sm:sr-only">Upload a recording</span>
        {share !== null && <span className="tabular-nums">{Math.round(share * 100)} %</span>}
      </Button>
    </>
  );
}
