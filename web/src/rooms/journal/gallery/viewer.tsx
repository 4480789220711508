"use client";

import { ChevronLeft, ChevronRight, Minus, Plus, ScanText, X } from "lucide-react";
import { Dialog as Base } from "radix-ui";
import { type KeyboardEvent, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { useAsset } from "./data";
import { Details } from "./details";
import { Picture } from "./picture";

interface ViewerProps {
  id: string;
  previous: string | null;
  next: string | null;
  /** Null closes. */
  onGo: (id: string | null) => void;
}

/** One file as large as the window allows, with all that is known about it. */
export function Viewer({ id, previous, next, onGo }: ViewerProps) {
  const { asset, problem, retry } = useAsset(id);
  const [zoom, setZoom] = useState(1);
  const [words, setWords] = useState(false);
  const by = (factor: number) => setZoom((before) => Math.min(8, Math.max(1, before * factor)));
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).matches("input, textarea, select")) return;
    if (event.metaKey || event.ctrlKey) return;
    const neighbour = event.key === "ArrowLeft" ? previous : next;
    if (event.key === "+") by(1.5);
    else if (event.key === "-") by(1 / 1.5);
    else if (event.key === "0") setZoom(1);
    else if (event.key === "t") setWords(!words);
    else if (event.key.startsWith("Arrow") && neighbour !== null && zoom === 1) onGo(neighbour);
    else return;
    event.preventDefault();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onGo(null)}>
      <Base.Portal>
        <Base.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={(event) => {
            // The keys work from anywhere in it, so no button needs to be the first.
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="fixed inset-0 z-50 grid overflow-hidden bg-paper outline-none max-lg:content-start max-lg:overflow-y-auto lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_minmax(0,1fr)]"
        >
          <header className="flex h-13 items-center gap-1 border-line border-b px-3 lg:col-span-2">
            <Base.Title className="min-w-0 flex-1 truncate font-medium text-sm">
              {asset?.fileName ?? "File"}
            </Base.Title>
            {asset?.type === "IMAGE" && (
              <>
                <Button
                  look="ghost"
                  size="iconLg"
                  aria-label="Smaller"
                  onClick={() => by(1 / 1.5)}
                  disabled={zoom <= 1}
                >
                  <Minus />
                </Button>
                <Button
                  look="ghost"
                  size="iconLg"
                  aria-label="Larger"
                  onClick={() => by(1.5)}
                  disabled={zoom >= 8}
                >
                  <Plus />
                </Button>
                <Button
                  look="ghost"
                  size="iconLg"
                  aria-label="Show the text in the picture"
                  aria-pressed={words}
                  disabled={asset.ocrWords?.length === 0}
                  onClick={() => setWords(!words)}
                >
                  <ScanText />
                </Button>
              </>
            )}
            <Button
              look="ghost"
              size="iconLg"
              aria-label="Previous"
              disabled={previous === null}
              onClick={() => onGo(previous)}
            >
              <ChevronLeft />
            </Button>
            <Button
              look="ghost"
              size="iconLg"
              aria-label="Next"
              disabled={next === null}
              onClick={() => onGo(next)}
            >
              <ChevronRight />
            </Button>
            <Base.Close asChild>
              <Button look="ghost" size="iconLg" aria-label="Close">
                <X />
              </Button>
            </Base.Close>
          </header>
          {problem !== undefined ? (
            <ErrorState what="The file didn’t load" problem={problem} retry={retry} />
          ) : asset === null ? (
            <p className="p-8 text-ink-soft">There is no such file here any more.</p>
          ) : asset === undefined ? (
            <Delayed>
              <Skeleton className="m-8 h-40" />
            </Delayed>
          ) : (
            <>
              <Picture asset={asset} zoom={zoom} words={words} onZoom={by} />
              <Details asset={asset} onGone={() => onGo(null)} />
            </>
          )}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
