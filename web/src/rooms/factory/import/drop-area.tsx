"use client";

import { FolderUp, ImageUp } from "lucide-react";
import { useRef } from "react";
import { isLitter } from "@/patterns/dropped";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { useDrop } from "./use-drop";

/** Files and folders by dropping them, or by two buttons. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { isOver, handlers } = useDrop(onFiles);
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])].filter(({ name }) => !isLitter(name)));
    input.value = "";
  };
  return (
    <div
      {...handlers}
      className={cn(
        "grid justify-items-center gap-3 rounded-lg border border-edge border-dashed px-4 py-8 text-center",
        isOver && "border-accent-text bg-accent-wash",
      )}
    >
      <p className="font-medium text-sm">
        <span className="max-md:hidden">
          Drop pictures, films and sounds here, or whole folders
        </span>
        <span className="md:hidden">Pictures, films and sounds</span>
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button look="solid" onClick={() => files.current?.click()}>
          <ImageUp /> Choose files
        </Button>
        <Button onClick={() => folder.current?.click()}>
          <FolderUp /> Choose a folder
        </Button>
      </div>
      <p className="max-w-prose text-ink-faint text-xs">
        What the web UI of Stable Diffusion, ComfyUI, SwarmUI, InvokeAI, Fooocus, NovelAI or Atelier
        wrote into a file of how it was made is read. 256 MB a file.
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept="image/*,video/*,audio/*"
        aria-label="Files"
        onChange={({ target }) => take(target)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label="Folder"
        onChange={({ target }) => take(target)}
        {...{ webkitdirectory: "" }}
      />
    </div>
  );
}
