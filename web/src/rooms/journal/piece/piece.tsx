"use client";

import { useRouter } from "next/navigation";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useInSight } from "@/patterns/use-in-sight";
import { journalPaths } from "@/routing/journal";
import { useQuery } from "@/routing/use-query";
import { useRouteParams } from "@/routing/use-route-params";
import { useShortcut } from "@/shortcuts/provider";
import { ButtonLink } from "@/ui/button-link";
import { Segments } from "@/ui/segments";
import { Skeleton } from "@/ui/skeleton";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { usePiece } from "../pieces/data";
import { Overview } from "./overview";

const BriefTab = soon(() => import("../brief/brief").then((file) => file.BriefTab));
const MilestonesTab = soon(() =>
  import("../milestones/milestones").then((file) => file.MilestonesTab),
);
const Notes = soon(() => import("../stream/stream").then((file) => file.Notes));
const AssetsTab = soon(() => import("../gallery/gallery").then((file) => file.GalleryBody));
const InsightsBody = soon(() => import("../insights/insights").then((file) => file.InsightsBody));

const tabs = [
  { value: "overview", label: "Overview" },
  { value: "brief", label: "Brief" },
  { value: "milestones", label: "Milestones" },
  { value: "logs", label: "Logs" },
  { value: "assets", label: "Assets" },
  { value: "insights", label: "Insights" },
] as const;
type Tab = (typeof tabs)[number]["value"];

export function Piece() {
  const params = useRouteParams("/journal/projects/[id]");
  // The next piece is another page, though the router sees the same route.
  return params === null ? null : <PieceById key={params.id} id={params.id} />;
}

function PieceById({ id }: { id: string }) {
  useLiveJournal(id);
  const { piece, problem, retry } = usePiece(id);
  const { query, setQuery } = useQuery();
  const router = useRouter();
  const tab: Tab = tabs.find(({ value }) => value === query.get("tab"))?.value ?? "overview";
  const parts = useInSight<HTMLDivElement>(tab, "label:has(:checked)");
  useShortcut("back", () => router.push(journalPaths.projects()));
  if (
    piece === null ||
    problem?.code === "project_not_found" ||
    problem?.code === "graphql_invalid"
  ) {
    return (
      <JournalFrame title="Piece">
        <EmptyState
          title="No such piece here"
          actions={<ButtonLink href={journalPaths.projects()}>All pieces</ButtonLink>}
        >
          <p>It may have been deleted, or it belongs to another organisation.</p>
        </EmptyState>
      </JournalFrame>
    );
  }
  const body = () => {
    if (problem !== undefined)
      return <ErrorState what="The piece didn’t load" problem={problem} retry={retry} />;
    if (piece === undefined)
      return (
        <Delayed>
          <Skeleton className="m-8 h-3.5 w-1/2" />
        </Delayed>
      );
    if (tab === "brief") return <BriefTab projectId={id} />;
    if (tab === "milestones")
      return <MilestonesTab projectId={id} deadline={piece.deadline ?? null} />;
    if (tab === "insights") return <InsightsBody projectId={id} />;
    if (tab === "logs") {
      return (
        <div className="mx-auto max-w-3xl px-4 py-6 md:px-8">
          <Notes projectId={id} />
        </div>
      );
    }
    return <Overview piece={piece} />;
  };
  return (
    <JournalFrame title={piece?.title ?? "Piece"} still>
      <div
        ref={parts}
        className="shrink-0 overflow-x-auto border-line border-b px-3 py-2 [scrollbar-width:none] md:px-5"
      >
        <Segments<Tab>
          label="Part of the piece"
          value={tab}
          options={tabs}
          onChange={(value) => setQuery({ tab: value === "overview" ? null : value })}
        />
      </div>
      {tab === "assets" ? (
        <AssetsTab projectId={id} />
      ) : (
        <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">{body()}</div>
      )}
    </JournalFrame>
  );
}
