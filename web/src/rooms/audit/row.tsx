"use client";

import { useId, useState } from "react";
import { Person } from "@/patterns/person";
import { TimeAgo } from "@/patterns/time-ago";
import { Badge } from "@/ui/badge";
import type { Entry } from "./data";

interface RowProps {
  entry: Entry;
  nameOf: (userId: string) => string | null;
}

/** One entry, and all that is known of it below when it is opened. */
export function AuditRow({ entry, nameOf }: RowProps) {
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <>
      <tr className="border-line border-t">
        <td className="py-2 pr-3 pl-4 whitespace-nowrap text-ink-soft">
          <TimeAgo at={entry.at} />
        </td>
        <td className="px-3 py-2">
          <Actor entry={entry} nameOf={nameOf} />
        </td>
        <td className="px-3 py-2 whitespace-nowrap">
          {entry.action}
          {entry.outcome === "REFUSED" && (
            <Badge look="caution" className="ml-2">
              refused
            </Badge>
          )}
        </td>
        <td className="max-w-56 truncate px-3 py-2 text-ink-soft">{targetOf(entry, nameOf)}</td>
        <td className="py-2 pr-4 pl-3 text-right">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={details}
            aria-label={`Details of entry ${entry.seq}`}
            onClick={() => setOpen(!open)}
            className="rounded-md px-2 py-1 text-ink-soft hover:bg-press hover:text-ink"
          >
            {open ? "Less" : "More"}
          </button>
        </td>
      </tr>
      <tr id={details} hidden={!open} className="bg-press/40">
        <td colSpan={5} className="px-4 py-3">
          {open && <Details entry={entry} />}
        </td>
      </tr>
    </>
  );
}

function Actor({ entry, nameOf }: RowProps) {
  if (entry.userId) return <Person id={entry.userId} name={nameOf(entry.userId)} />;
  if (entry.actor) return <span className="text-ink-soft">Erased user</span>;
  return (
    <span className="text-ink-soft">{entry.credential === "operator" ? "Operator" : "Nobody"}</span>
  );
}

function targetOf(entry: Entry, nameOf: RowProps["nameOf"]): string {
  if (entry.targetUserId) return nameOf(entry.targetUserId) ?? "Former member";
  if (entry.target?.startsWith("act_")) return "Erased user";
  return entry.target ?? "";
}

function Details({ entry }: { entry: Entry }) {
  const rows: [string, string | null | undefined][] = [
    ["Number", String(entry.seq)],
    ["Entry", entry.id],
    ["Target", entry.target],
    ["Credential", entry.credential],
    ["Address", entry.origin?.address],
    ["Program", entry.origin?.userAgent],
    ["Request", entry.origin?.requestId],
    ["Digest before", entry.before],
    ["Digest after", entry.after],
    ["Hash", entry.hash],
  ];
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-sm">
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="break-all font-mono text-xs">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
