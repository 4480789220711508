"use client";

import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { say } from "@/patterns/toast";
import { useQuery } from "@/routing/use-query";
import { usePeople } from "@/session/data";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { useAuditEntries, useVerification } from "./data";
import { saveExport } from "./export";
import { AuditFilters } from "./filters";
import { AuditRow } from "./row";

export function Audit() {
  const { can } = useSession();
  if (can("audit.read")) return <Trail />;
  return (
    <EmptyState title="For owners">
      <p>The audit trail says who changed what. Owners of the organisation can read it.</p>
    </EmptyState>
  );
}

function Trail() {
  const { me } = useSession();
  const { query, setQuery } = useQuery();
  const value = (name: string) => query.get(name) ?? undefined;
  const filter = {
    actor: value("actor"),
    action: value("action"),
    target: value("target"),
    from: instant(value("from")),
    to: instant(value("to")),
  };
  const filtered = Object.values(filter).some((part) => part !== undefined);
  const { entries, problem, hasMore, loadMore, refresh } = useAuditEntries(filter);
  const nameOf = usePeople();
  const save = async (format: "csv" | "jsonl") => {
    if (!(await saveExport(me.tenant.id, format, filter))) say("The trail could not be exported");
  };

  if (problem !== undefined) {
    return <ErrorState what="The audit trail didn’t load" problem={problem} retry={refresh} />;
  }
  return (
    <div className="grid max-w-5xl gap-4 py-8">
      <div className="flex flex-wrap items-center gap-2">
        <Verified />
        <span className="flex-1" />
        <Button look="ghost" onClick={refresh}>
          Refresh
        </Button>
        <Button look="ghost" onClick={() => void save("csv")}>
          Export CSV
        </Button>
        <Button look="ghost" onClick={() => void save("jsonl")}>
          Export JSON
        </Button>
      </div>
      <AuditFilters query={query} setQuery={setQuery} />
      {entries === undefined ? (
        <Delayed>
          <Skeleton className="h-3.5 w-1/2" />
        </Delayed>
      ) : entries.length === 0 ? (
        <EmptyState title={filtered ? "No such entries" : "Nothing recorded yet"}>
          <p>
            {filtered
              ? "No entry fits these filters."
              : "Every change leaves an entry here: who made it, when and from where."}
          </p>
        </EmptyState>
      ) : (
        <div className="overflow-x-auto rounded-lg border border-line bg-sheet">
          <table aria-label="Audit trail" className="w-full text-sm">
            <thead>
              <tr className="text-left text-ink-soft">
                <th className="py-2 pr-3 pl-4 font-medium">When</th>
                <th className="px-3 py-2 font-medium">Who</th>
                <th className="px-3 py-2 font-medium">Action</th>
                <th className="px-3 py-2 font-medium">Target</th>
                <th className="py-2 pr-4 pl-3 text-right font-medium">Details</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <AuditRow key={entry.id} entry={entry} nameOf={nameOf} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasMore && (
        <Button look="ghost" className="justify-self-start" onClick={loadMore}>
          Load more
        </Button>
      )}
    </div>
  );
}

/** Whether the chain is as it was sealed. */
function Verified() {
  const { verification, verify } = useVerification();
  if (verification === undefined) return <Badge>Verifying…</Badge>;
  return (
    <>
      {verification.intact ? (
        <Badge look="accent" title={verification.head ?? undefined}>
          Verified: {verification.entries} entries
        </Badge>
      ) : (
        <Badge look="caution">Broken at entry {verification.brokenAt}</Badge>
      )}
      <Button look="ghost" onClick={verify}>
        Verify again
      </Button>
    </>
  );
}

/** A day of the address as the instant at which it begins here. */
function instant(day: string | undefined): string | undefined {
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
