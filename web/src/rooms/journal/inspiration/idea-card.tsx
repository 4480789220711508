"use client";

import { ExternalLink, FileText } from "lucide-react";
import Link from "next/link";
import type { DragEvent } from "react";
import { attempt } from "@/patterns/attempt";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { InlineText } from "@/patterns/inline-text";
import { say } from "@/patterns/toast";
import { onThisHost } from "@/rest/address";
import { journalPaths } from "@/routing/journal";
import { CardTools, cardType, type Handle, type Placing } from "./card-tools";
import { type Idea, type InspirationPatch, useIdeaChanges } from "./data";
import { safeLink } from "./pasted";
import { Tags } from "./tags";

interface IdeaCardProps extends Placing {
  idea: Idea;
  readOnly: boolean;
  onTag: (tag: string) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}

/** One thing on the board; words and tags are edited where they stand, pictures are dragged. */
export function IdeaCard(props: IdeaCardProps) {
  const { idea, readOnly, onTag } = props;
  const { update } = useIdeaChanges();
  const link = safeLink(idea.sourceUrl ?? null);
  const edit = (patch: InspirationPatch) =>
    attempt("The idea wasn’t changed", async () => {
      const result = await update(idea, patch);
      if ("theirs" in result) say("Somebody changed this first; look once more");
    });
  const name = idea.title || idea.text.slice(0, 60) || "this idea";
  const onDragStart = (event: DragEvent<HTMLElement>) => {
    const card = event.currentTarget.closest("article");
    event.dataTransfer.clearData();
    event.dataTransfer.setData(cardType, idea.id);
    event.dataTransfer.effectAllowed = "move";
    if (card !== null) event.dataTransfer.setDragImage(card, 24, 24);
    props.onDragStart();
  };
  const handle = readOnly
    ? { draggable: false }
    : { draggable: true, onDragStart, onDragEnd: props.onDragEnd };
  return (
    <article className="group relative overflow-hidden rounded-lg border border-line bg-sheet shadow-lift">
      <Face idea={idea} name={name} handle={handle} />
      <div className="grid gap-1.5 p-3">
        {idea.title !== "" && <h2 className="break-words font-medium text-sm">{idea.title}</h2>}
        {(idea.text !== "" || (idea.title === "" && idea.asset === null)) && (
          <InlineText
            label={`Text of ${name}`}
            value={idea.text}
            readOnly={readOnly}
            multiline
            maxLength={20_000}
            onCommit={(text) => void edit({ text })}
            className="w-[calc(100%+1rem)] text-base"
          />
        )}
        {link !== null && (
          <a
            href={link}
            target="_blank"
            rel="noreferrer noopener"
            className="flex min-w-0 items-center gap-1.5 text-accent-text text-xs"
          >
            <ExternalLink aria-hidden className="size-3 shrink-0" />
            <span className="truncate">{link.replace(/^https?:\/\/(www\.)?/, "")}</span>
          </a>
        )}
        <Colours idea={idea} />
        <Tags
          name={name}
          tags={idea.tags}
          readOnly={readOnly}
          onTag={onTag}
          onEdit={(tags) => void edit({ tags })}
        />
        {idea.convertedTo !== null && <Became what={idea.convertedTo} />}
      </div>
      {!readOnly && <CardTools {...props} name={name} handle={handle} />}
    </article>
  );
}

/** The picture, or what stands for a file that has none. It leads to the file, seen large. */
function Face({ idea, name, handle }: { idea: Idea; name: string; handle: Handle }) {
  const { asset } = idea;
  const waiting = usePlaceholder(asset?.thumbhash, idea.colours[0]?.hex);
  if (asset === null) return null;
  const picture = onThisHost(asset.urls.medium ?? asset.urls.small);
  const sharp = onThisHost(asset.urls.large);
  return (
    <Link
      href={journalPaths.gallery(asset.id)}
      prefetch={false}
      aria-label={`See ${asset.alt || name}`}
      {...handle}
      className="block -outline-offset-2"
    >
      {picture ? (
        // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
        <img
          src={picture}
          srcSet={sharp && `${picture} 1x, ${sharp} 2x`}
          alt={asset.alt || idea.title}
          loading="lazy"
          draggable={false}
          width={asset.width ?? undefined}
          height={asset.height ?? undefined}
          {...waiting}
          className="h-auto w-full"
        />
      ) : (
        <span className="flex items-center gap-2 bg-wash px-3 py-4 pr-9 text-ink-soft text-xs">
          <FileText aria-hidden className="size-5 shrink-0" strokeWidth={1.25} />
          <span className="min-w-0 truncate">{asset.fileName}</span>
        </span>
      )}
    </Link>
  );
}

/** The palette of a picture, for who looks for a colour rather than a word. */
function Colours({ idea: { colours } }: { idea: Idea }) {
  if (colours.length === 0) return null;
  return (
    <ul aria-label="Colours" className="flex h-2 overflow-hidden rounded-full">
      {colours.map(({ hex, name, share }) => (
        <li
          key={hex}
          title={name || hex}
          style={{ backgroundColor: hex, flexGrow: Math.max(share, 0.05) }}
        >
          <span className="sr-only">{name || hex}</span>
        </li>
      ))}
    </ul>
  );
}

function Became({ what }: { what: string }) {
  const isNote = what.startsWith("log");
  return (
    <Link
      href={isNote ? `${journalPaths.stream()}#${what}` : journalPaths.project(what)}
      prefetch={false}
      className="text-accent-text text-xs hover:underline"
    >
      Became {isNote ? "a note" : "a piece"}
    </Link>
  );
}
