"use client";

import { RotateCcw, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { factoryPaths } from "@/routing/factory";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { canRetry, type Entry, type ImportQueue, isOpen } from "./queue";

interface FileListsProps {
  queue: ImportQueue;
  entries: readonly Entry[];
}

/** A list longer than this says how many more there are. */
const most = 100;

/** What is on its way, what didn't come in and why, and what did. */
export function FileLists({ queue, entries }: FileListsProps) {
  const sending = entries.filter(({ state }) => state === "sending");
  const waiting = entries.filter(({ state }) => state === "waiting").length;
  const lost = entries.filter((entry) => !isOpen(entry) && entry.reason !== null);
  const known = entries.filter(({ state }) => state === "known");
  const imported = entries.filter(({ state }) => state === "imported");
  return (
    <>
      <Files title="On the way" entries={sending} more={waiting > 0 && `${waiting} more wait`}>
        {(entry) => (
          <>
            <span className="min-w-0 flex-1 truncate">{entry.name}</span>
            <span className="w-32 sm:w-64">
              <Progress
                label={`Sending ${entry.name}`}
                percent={Math.min(100, Math.round((entry.sent / entry.size) * 100))}
              />
            </span>
            <Icon label={`Cancel ${entry.name}`} onClick={() => queue.cancel(entry.key)}>
              <X />
            </Icon>
          </>
        )}
      </Files>
      <Files title="Not imported" entries={lost}>
        {(entry) => (
          <>
            <span className="min-w-0 flex-1">
              <span className="break-all">{entry.name}</span>{" "}
              <span className="text-danger-text text-xs">{entry.reason}</span>
            </span>
            {canRetry(entry) && (
              <Icon label={`Try ${entry.name} again`} onClick={() => queue.retry(entry.key)}>
                <RotateCcw />
              </Icon>
            )}
            <Icon label={`Forget ${entry.name}`} onClick={() => queue.forget(entry.key)}>
              <X />
            </Icon>
          </>
        )}
      </Files>
      <Files title="Already there" entries={known}>
        {(entry) => <Product entry={entry} />}
      </Files>
      <Files title="Imported" entries={imported}>
        {(entry) => <Product entry={entry} />}
      </Files>
    </>
  );
}

interface FilesProps {
  title: string;
  entries: readonly Entry[];
  more?: ReactNode;
  children: (entry: Entry) => ReactNode;
}

function Files({ title, entries, more, children }: FilesProps) {
  if (entries.length === 0) return null;
  const hidden = entries.length - most;
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <h2 className="font-semibold text-sm">
        {title}{" "}
        <span className="font-normal text-ink-faint tabular-nums">
          {entries.length.toLocaleString("en-GB")}
        </span>
      </h2>
      <ul>
        {entries.slice(0, most).map((entry) => (
          <li
            key={entry.key}
            className="flex min-h-9 items-center gap-3 border-line border-b py-1 text-sm last:border-b-0"
          >
            {children(entry)}
          </li>
        ))}
      </ul>
      <p className="text-ink-faint text-xs tabular-nums">
        {hidden > 0 ? `and ${hidden.toLocaleString("en-GB")} more` : more}
      </p>
    </section>
  );
}

function Product({ entry }: { entry: Entry }) {
  return entry.product === null ? (
    entry.name
  ) : (
    <Link
      href={factoryPaths.gallery(entry.product)}
      prefetch={false}
      className="truncate rounded-sm hover:underline"
    >
      {entry.name}
    </Link>
  );
}

interface IconProps {
  label: string;
  onClick: () => void;
  children: ReactNode;
}

function Icon({ label, onClick, children }: IconProps) {
  return (
    <Button look="ghost" size="icon" aria-label={label} title={label} onClick={onClick}>
      {children}
    </Button>
  );
}
