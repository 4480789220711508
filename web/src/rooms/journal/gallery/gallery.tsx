"use client";

import { type DragEvent, useState } from "react";
import { filesOf } from "@/patterns/dropped";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { cn } from "@/ui/cn";
import { Segments } from "@/ui/segments";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { usePaste } from "../use-paste";
import { type AssetType, useAssets } from "./data";
import { Reading } from "./reading";
import { TileGrid } from "./tile-grid";
import { UploadButtons, UploadList } from "./upload-bar";
import { useUploads } from "./use-uploads";

const Viewer = soon(() => import("./viewer").then((file) => file.Viewer));

const types: readonly { value: AssetType | "ALL"; label: string }[] = [
  { value: "ALL", label: "All" },
  { value: "IMAGE", label: "Pictures" },
  { value: "AUDIO", label: "Sound" },
  { value: "DOCUMENT", label: "Documents" },
];

export function Gallery() {
  useLiveJournal();
  return (
    <JournalFrame title="Gallery" still>
      <GalleryBody projectId={null} />
    </JournalFrame>
  );
}

/** All files, or those of one piece. Files can be dropped on it and pasted into it. */
export function GalleryBody({ projectId }: { projectId: string | null }) {
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const type =
    types.find(({ value }) => value !== "ALL" && value.toLowerCase() === query.get("type"))
      ?.value ?? "ALL";
  const { tiles, total, problem, retry, idle, loadMore } = useAssets(
    projectId,
    type === "ALL" ? null : type,
  );
  const { uploads, add, retry: again, dismiss } = useUploads(projectId);
  const [over, setOver] = useState(false);
  const canWrite = can("asset.edit");
  const opened = query.get("asset");
  usePaste(canWrite, ({ files }) => {
    if (files.length > 0) add([...files]);
  });

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (canWrite) void filesOf(event.dataTransfer).then(add);
  };
  const at = tiles?.findIndex(({ id }) => id === opened) ?? -1;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons above do the same with a keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        if (canWrite) setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
      className={cn(
        "flex min-h-0 flex-1 flex-col",
        over && "outline-2 outline-accent-text -outline-offset-4",
      )}
    >
      <div className="flex flex-wrap items-center gap-2 px-3 py-2.5 md:px-5">
        <Segments
          label="Type"
          value={type}
          options={types}
          onChange={(value) => setQuery({ type: value === "ALL" ? null : value.toLowerCase() })}
        />
        <span className="flex-1 text-ink-faint text-xs tabular-nums max-sm:hidden">
          {total > 0 && `${total.toLocaleString("en-GB")} ${total === 1 ? "file" : "files"}`}
        </span>
        {canWrite && <UploadButtons onFiles={add} />}
      </div>
      <Reading tiles={tiles} />
      <UploadList uploads={uploads} retry={again} dismiss={dismiss} />
      {problem !== undefined ? (
        <ErrorState what="The gallery didn’t load" problem={problem} retry={retry} />
      ) : tiles?.length === 0 ? (
        <EmptyState title="Bare walls">
          <p>
            Drop photos, scans, PDFs or sound here, paste a picture, or take one with the phone.
            They are turned the right way up, their text is read, and where they were taken stays
            hidden.
          </p>
        </EmptyState>
      ) : (
        <TileGrid
          tiles={tiles ?? []}
          total={total}
          onNeed={() => idle && loadMore()}
          onOpen={(id) => setQuery({ asset: id })}
        />
      )}
      {opened !== null && (
        <Viewer
          key={opened}
          id={opened}
          previous={tiles?.[at - 1]?.id ?? null}
          next={at >= 0 ? (tiles?.[at + 1]?.id ?? null) : null}
          onGo={(id) => setQuery({ asset: id })}
        />
      )}
    </div>
  );
}
