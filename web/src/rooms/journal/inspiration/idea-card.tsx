"use client";

import { Ellipsis, ExternalLink, Frame, NotebookPen, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { InlineText } from "@/patterns/inline-text";
import { say } from "@/patterns/toast";
import { journalPaths } from "@/routing/journal";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import { onThisHost } from "../api/address";
import { attempt } from "../attempt";
import { words } from "../stream/draft";
import { type Idea, type InspirationPatch, useIdeaChanges } from "./data";
import { safeLink } from "./pasted";

interface IdeaCardProps {
  idea: Idea;
  readOnly: boolean;
  onTag: (tag: string) => void;
}

/** One thing on the board; words and tags are edited where they stand. */
export function IdeaCard({ idea, readOnly, onTag }: IdeaCardProps) {
  const { update, remove, convert } = useIdeaChanges();
  const router = useRouter();
  const link = safeLink(idea.sourceUrl ?? null);
  const picture = onThisHost(idea.asset?.urls.medium ?? idea.asset?.urls.small);
  const edit = (patch: InspirationPatch) =>
    attempt("The idea wasn’t changed", async () => {
      const result = await update(idea, patch);
      if ("theirs" in result) say("Somebody changed this first; look once more");
    });
  const become = (to: "PROJECT" | "LOG") =>
    attempt("It didn’t become one", async () => {
      const result = await convert(idea, to);
      if (result === "changed meanwhile") return say("Somebody changed this first; look once more");
      router.push(
        "projectId" in result ? journalPaths.project(result.projectId) : journalPaths.stream(),
      );
    });
  const name = idea.title || idea.text.slice(0, 60) || "this idea";
  return (
    <article className="group relative overflow-hidden rounded-lg border border-line bg-sheet shadow-lift">
      {picture && (
        // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
        <img
          src={picture}
          alt={idea.asset?.alt || idea.title}
          loading="lazy"
          width={idea.asset?.width ?? undefined}
          height={idea.asset?.height ?? undefined}
          style={{ backgroundColor: idea.colours[0]?.hex }}
          className="h-auto w-full"
        />
      )}
      <div className="grid gap-1.5 p-3">
        {idea.title !== "" && (
          <h2 className="break-words pr-6 font-medium text-sm">{idea.title}</h2>
        )}
        {(idea.text !== "" || (idea.title === "" && !picture)) && (
          <InlineText
            label={`Text of ${name}`}
            value={idea.text}
            readOnly={readOnly}
            multiline
            maxLength={20_000}
            onCommit={(text) => void edit({ text })}
            className="mx-0 w-full px-0 text-base"
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
        <Tags
          idea={idea}
          readOnly={readOnly}
          onTag={onTag}
          onEdit={(tags) => void edit({ tags })}
        />
        {idea.convertedTo !== null && (
          <p className="text-ink-faint text-xs">
            became {idea.convertedTo.startsWith("log") ? "a note" : "a piece"}
          </p>
        )}
      </div>
      {!readOnly && (
        <Menu>
          <MenuTrigger asChild>
            <Button
              size="icon"
              aria-label={`What to do with ${name}`}
              className="absolute top-1.5 right-1.5 md:opacity-0 md:focus-visible:opacity-100 md:group-hover:opacity-100 md:data-[state=open]:opacity-100"
            >
              <Ellipsis />
            </Button>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem onSelect={() => void become("PROJECT")}>
              <Frame /> Make a piece of it
            </MenuItem>
            <MenuItem onSelect={() => void become("LOG")}>
              <NotebookPen /> Make a note of it
            </MenuItem>
            <MenuSeparator />
            <MenuItem
              danger
              onSelect={() => void attempt("The idea wasn’t deleted", () => remove(idea))}
            >
              <Trash2 /> Delete
            </MenuItem>
          </MenuContent>
        </Menu>
      )}
    </article>
  );
}

interface TagsProps {
  idea: Idea;
  readOnly: boolean;
  onTag: (tag: string) => void;
  onEdit: (tags: string[]) => void;
}

function Tags({ idea, readOnly, onTag, onEdit }: TagsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      {idea.tags.map((tag) => (
        <button
          key={tag}
          type="button"
          onClick={() => onTag(tag)}
          className="h-6 rounded-full border border-line-strong px-2 text-2xs text-ink-soft hover:border-edge"
        >
          #{tag}
        </button>
      ))}
      {!readOnly && (
        <input
          aria-label={`Tag ${idea.title || idea.text.slice(0, 40) || "this idea"}`}
          placeholder="+ tag"
          maxLength={40}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            const added = words(event.currentTarget.value.replaceAll("#", ""));
            if (added.length > 0) onEdit([...new Set([...idea.tags, ...added])]);
            event.currentTarget.value = "";
          }}
          className="h-6 w-14 rounded-full bg-transparent px-1.5 text-2xs outline-none focus:w-24 focus:bg-wash"
        />
      )}
    </div>
  );
}
