"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { count } from "@/format/time";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { say } from "@/patterns/toast";
import { saveAnswer } from "@/rest/lake";
import { journalPaths } from "@/routing/journal";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { duration } from "../format";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { type Insights, useInsights } from "./data";
import { logsQuery } from "./logs-query";
import { PieceTable } from "./piece-table";
import { Ranked } from "./ranked";
import { WeekBars } from "./week-bars";

const SqlBox = soon(() => import("./sql-box").then((file) => file.SqlBox));

export function InsightsView() {
  useLiveJournal();
  return (
    <JournalFrame title="Insights">
      <InsightsBody projectId={null} />
    </JournalFrame>
  );
}

/** Where the hours went; of the studio, or of one piece. */
export function InsightsBody({ projectId }: { projectId: string | null }) {
  const { me } = useSession();
  const { query, setQuery } = useQuery();
  const [from, to] = [query.get("from"), query.get("to")];
  const { insights, problem, retry } = useInsights(projectId, from, to);
  const save = async () => {
    const saved = await saveAnswer(me.tenant.id, logsQuery(projectId, from, to), "csv");
    if (!saved) say("The table could not be saved");
  };
  return (
    <div className="mx-auto grid max-w-5xl gap-8 px-4 py-5 md:px-8">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label="From"
          type="date"
          value={from ?? ""}
          onChange={({ target }) => setQuery({ from: target.value })}
          className="max-w-38"
        />
        <span className="text-ink-faint">to</span>
        <Input
          aria-label="To"
          type="date"
          value={to ?? ""}
          onChange={({ target }) => setQuery({ to: target.value })}
          className="max-w-38"
        />
        <span className="flex-1" />
        <Button onClick={() => void save()}>
          <Download /> CSV
        </Button>
      </div>
      {problem !== undefined ? (
        <ErrorState what="The insights didn’t load" problem={problem} retry={retry} />
      ) : insights === undefined ? (
        <Delayed>
          <Skeleton className="h-3.5 w-1/2" />
        </Delayed>
      ) : insights.logs === 0 ? (
        <EmptyState title="No hours to count yet">
          <p>
            Confirmed notes are counted here: by week, by piece, by technique, with what they cost.
          </p>
        </EmptyState>
      ) : (
        <Charts insights={insights} single={projectId !== null} />
      )}
      {projectId === null && <SqlBox />}
    </div>
  );
}

function Charts({ insights, single }: { insights: Insights; single: boolean }) {
  const { streak } = insights;
  const totals: [string, string][] = [
    [duration(insights.minutes), `over ${count(insights.days, "day")}`],
    [
      count(insights.logs, "note"),
      insights.pendingMinutes > 0
        ? `${duration(insights.pendingMinutes)} wait for review`
        : "confirmed",
    ],
    [
      count(streak.current, "day"),
      streak.longest > streak.current ? `in a row; ${streak.longest} at best` : "in a row",
    ],
  ];
  return (
    <>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {totals.map(([value, label]) => (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-ink-soft text-sm">{label}</dt>
            <dd className="display text-3xl">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Hours by week" className="grid gap-3">
        <h2 className="font-semibold text-sm">Hours by week</h2>
        <WeekBars weeks={insights.byWeek} />
      </section>
      <div className={cn("grid gap-8 sm:grid-cols-2", !single && "lg:grid-cols-3")}>
        {!single && (
          <Ranked
            label="By piece"
            rows={insights.byProject.map(({ projectId, title, minutes }) => ({
              key: projectId ?? "none",
              name:
                projectId === null ? (
                  "No piece"
                ) : (
                  <Link
                    href={journalPaths.project(projectId)}
                    prefetch={false}
                    className="hover:underline"
                  >
                    {title}
                  </Link>
                ),
              value: minutes,
              text: duration(minutes),
            }))}
          />
        )}
        <Ranked
          label="By technique"
          rows={insights.byTechnique.map(({ name, minutes }) => ({
            key: name,
            name,
            value: minutes,
            text: duration(minutes),
          }))}
        />
        <Ranked
          label="Materials"
          rows={insights.materials.map(({ material, uses }) => ({
            key: material,
            name: material,
            value: uses,
            text: count(uses, "use"),
          }))}
        />
      </div>
      <PieceTable pieces={insights.projects} />
    </>
  );
}
