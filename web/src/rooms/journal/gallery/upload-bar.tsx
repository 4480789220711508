"use client";

import { Camera, FolderUp, Upload as UploadIcon, X } from "lucide-react";
import { useRef } from "react";
import { explain } from "@/problem/problem";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import type { useUploads } from "./use-uploads";

/** The ways in that a button can offer: files, a folder, and a phone's camera. */
export function UploadButtons({ onFiles }: { onFiles: (files: File[]) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    input.value = "";
  };
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={({ target }) => take(target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder"
        onChange={({ target }) => take(target)}
        {...{ webkitdirectory: "" }}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="Camera"
        onChange={({ target }) => take(target)}
      />
      <Button
        look="ghost"
        size="iconLg"
        aria-label="Take a photo"
        className="md:hidden"
        onClick={() => camera.current?.click()}
      >
        <Camera />
      </Button>
      <Button
        look="ghost"
        size="iconLg"
        aria-label="Upload a folder"
        title="Upload a folder"
        className="max-md:hidden"
        onClick={() => folder.current?.click()}
      >
        <FolderUp />
      </Button>
      <Button look="solid" onClick={() => files.current?.click()}>
        <UploadIcon /> <span className="max-sm:sr-only">Upload</span>
      </Button>
    </>
  );
}

const shownAtOnce = 4;

/** What is on its way, and what didn't arrive. */
export function UploadList({
  uploads,
  retry,
  dismiss,
}: Pick<ReturnType<typeof useUploads>, "uploads" | "retry" | "dismiss">) {
  if (uploads.length === 0) return null;
  const failed = uploads.filter(({ problem }) => problem !== null);
  const going = uploads.filter(({ problem }) => problem === null);
  return (
    <section
      aria-label="Uploads"
      className="grid gap-2 border-line border-b bg-wash px-4 py-2.5 md:px-6"
    >
      {failed.map(({ key, name, problem }) => (
        <div key={key} role="alert" className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1">
            <span className="font-medium">{name}</span> didn’t arrive.{" "}
            {problem !== null && explain(problem)}
          </span>
          <Button size="sm" onClick={() => retry(key)}>
            Try again
          </Button>
          <Button
            size="icon"
            look="ghost"
            aria-label={`Forget ${name}`}
            onClick={() => dismiss(key)}
          >
            <X />
          </Button>
        </div>
      ))}
      {going.slice(0, shownAtOnce).map(({ key, name, share }) => (
        <div key={key} className="grid grid-cols-[minmax(0,10rem)_1fr] items-center gap-3 text-xs">
          <span className="truncate">{name}</span>
          <Progress label={`Uploading ${name}`} percent={Math.round(share * 100)} />
        </div>
      ))}
      {going.length > shownAtOnce && (
        <p role="status" className="text-ink-soft text-xs tabular-nums">
          {going.length - shownAtOnce} more wait
        </p>
      )}
    </section>
  );
}
