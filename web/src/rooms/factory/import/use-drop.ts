"use client";

import { type DragEvent, useState } from "react";
import { filesOf } from "@/patterns/dropped";

/** Takes files and folders that are dropped on an element; what is dragged within the page is none. */
export function useDrop(onFiles: (files: File[]) => void, enabled = true) {
  const [isOver, setOver] = useState(false);
  const carries = (event: DragEvent) => enabled && event.dataTransfer.types.includes("Files");
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!carries(event)) return;
        event.preventDefault();
        void filesOf(event.dataTransfer).then((files) => {
          if (files.length > 0) onFiles(files);
        });
      },
    },
  };
}
