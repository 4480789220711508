"use client";

import { type DragEvent, type FormEvent, useEffect, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { filesOf } from "@/patterns/dropped";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { usePaste } from "../use-paste";
import { cardType } from "./card-tools";
import { useIdeas } from "./data";
import { beforeAll } from "./order";
import { useIntake } from "./use-intake";
import { Wall } from "./wall";

/** So many cards are read at once to be arranged; who has more asks for them. */
const arrangeable = 600;
const isOwnCard = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(cardType);

/** A wall to pin things to: paste or drop words, links and pictures. */
export function Board() {
  useLiveJournal();
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const tag = query.get("tag");
  const { ideas, problem, retry, hasMore, loadMore, idle } = useIdeas(tag);
  const { takeText, takeFiles, underWay } = useIntake(() => beforeAll(ideas ?? []));
  const [over, setOver] = useState(false);
  const canWrite = can("inspiration.edit");
  // The order of the board is that of all cards, not of those that were gathered last.
  const unread = hasMore && idle && (ideas?.length ?? 0) < arrangeable;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next
  useEffect(() => {
    if (unread) loadMore();
  }, [unread, ideas?.length]);
  const tags = [...new Set(ideas?.flatMap((idea) => idea.tags) ?? [])].slice(0, 20);
  usePaste(canWrite, (data) => {
    if (data.files.length > 0) void takeFiles([...data.files]);
    else void takeText(data.getData("text/uri-list") || data.getData("text/plain"));
  });

  return (
    <JournalFrame title="Inspiration">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field above does the same with a keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          if (canWrite && !isOwnCard(event)) setOver(true);
        }}
        onDragLeave={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          if (isOwnCard(event)) return;
          setOver(false);
          if (!canWrite) return;
          const { dataTransfer } = event;
          const text = dataTransfer.getData("text/uri-list") || dataTransfer.getData("text/plain");
          if (dataTransfer.files.length > 0) void filesOf(dataTransfer).then(takeFiles);
          else void takeText(text);
        }}
        className={cn(
          "grid min-h-full content-start gap-4 px-4 py-5 md:px-6",
          over && "outline-2 outline-accent-text -outline-offset-4",
        )}
      >
        {canWrite && <Pin busy={underWay > 0} onPin={takeText} />}
        {(tags.length > 0 || tag !== null) && (
          <nav aria-label="Tags" className="flex flex-wrap gap-1.5">
            {[...new Set([...(tag === null ? [] : [tag]), ...tags])].map((name) => (
              <Button
                key={name}
                size="sm"
                look="ghost"
                aria-pressed={tag === name}
                onClick={() => setQuery({ tag: tag === name ? null : name })}
              >
                #{name}
              </Button>
            ))}
          </nav>
        )}
        {problem !== undefined ? (
          <ErrorState what="The board didn’t load" problem={problem} retry={retry} />
        ) : ideas === undefined ? (
          <Delayed>
            <Skeleton className="h-40 w-60" />
          </Delayed>
        ) : ideas.length === 0 ? (
          <EmptyState title={tag === null ? "Nothing pinned yet" : `Nothing is tagged #${tag}`}>
            <p>
              Paste a picture, drop a link, write a sentence that you overheard. When it is ready,
              an idea becomes a piece or a note with one click.
            </p>
          </EmptyState>
        ) : (
          <Wall ideas={ideas} readOnly={!canWrite} onTag={(name) => setQuery({ tag: name })} />
        )}
        {hasMore && !unread && idle && (
          <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
            Show more
          </Button>
        )}
      </div>
    </JournalFrame>
  );
}

function Pin({ busy, onPin }: { busy: boolean; onPin: (text: string) => Promise<boolean> }) {
  const [text, setText] = useState("");
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void onPin(text).then((kept) => kept && setText(""));
  };
  return (
    <form onSubmit={onSubmit} className="flex max-w-xl gap-2">
      <Input
        aria-label="An idea"
        placeholder="Words, a link, #tags. Or paste and drop anywhere"
        value={text}
        maxLength={20_000}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" disabled={busy || text.trim() === ""}>
        Pin
      </Button>
    </form>
  );
}
