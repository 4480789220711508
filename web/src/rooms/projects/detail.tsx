"use client";

import { useRouter } from "next/navigation";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { paths } from "@/routing/paths";
import { useRouteParams } from "@/routing/use-route-params";
import { useShortcut } from "@/shortcuts/provider";
import { Skeleton } from "@/ui/skeleton";
import { useProject } from "./data";
import { DetailHeader } from "./detail-header";
import { DetailPage } from "./detail-page";

const DetailMissing = soon(() => import("./detail-missing").then((file) => file.DetailMissing));

export function ProjectDetail() {
  const params = useRouteParams("/projects/[id]");
  // The next project is another page, though the router sees the same route: nothing half
  // written in one may show in the other.
  return params === null ? null : <ProjectById key={params.id} id={params.id} />;
}

function ProjectById({ id }: { id: string }) {
  const { project, name, problem, retry } = useProject(id);
  const router = useRouter();
  useShortcut("back", () => router.push(paths.projects()));

  const missing = problem?.code === "project_not_found";
  if (project !== undefined) return <DetailPage project={project} missing={missing} />;
  // An id that can't be one is refused before anybody looks for it.
  if (missing || problem?.code === "graphql_invalid") return <DetailMissing />;
  return (
    <>
      <DetailHeader name={name ?? ""} />
      {problem !== undefined ? (
        <ErrorState what="The project didn’t load" problem={problem} retry={retry} />
      ) : (
        <div role="status" className="mx-auto w-full max-w-5xl px-4 py-8 md:px-10">
          <span className="sr-only">Loading the project</span>
          {name !== undefined && <h1 className="display text-3xl">{name}</h1>}
          <Delayed>
            <div className="mt-6 grid max-w-xl gap-3">
              <Skeleton className="h-3.5 w-full" />
              <Skeleton className="h-3.5 w-4/5" />
              <Skeleton className="h-3.5 w-3/5" />
            </div>
          </Delayed>
        </div>
      )}
    </>
  );
}
