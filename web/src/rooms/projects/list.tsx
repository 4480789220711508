"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { PageHeader } from "@/patterns/page-header";
import { soon } from "@/patterns/soon";
import { useListKeys } from "@/patterns/use-list-keys";
import { paths } from "@/routing/paths";
import { usePeople } from "@/session/data";
import { useSession } from "@/session/session";
import { useRun, useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { usePrefetchProject, useProjects } from "./data";
import { ProjectListSkeleton } from "./list-skeleton";
import { ProjectListToolbar } from "./list-toolbar";
import { MoreRows } from "./more-rows";
import { filterProjects } from "./placing";
import { ProjectListRow } from "./row";
import { useShelf } from "./use-shelf";
import { useView } from "./use-view";

const ProjectListEmpty = soon(() => import("./list-empty").then((file) => file.ProjectListEmpty));

export function ProjectList() {
  const { me, can } = useSession();
  const view = useView();
  const { projects, problem, retry, hasMore, loadMore, moreProblem } = useProjects({
    state: view.archived ? "ARCHIVED" : "ACTIVE",
    ...(view.mine && { owner: me.user.id }),
  });
  const personName = usePeople();
  const prefetchProject = usePrefetchProject();
  const router = useRouter();
  const shelve = useShelf();
  const keys = useListKeys("projects");
  const run = useRun();
  const onCreate = () => run("create");
  const canArchive = can("project.archive");

  const shown = filterProjects(projects ?? [], view.filter);

  const shelveRow = (id: string) => {
    const project = shown.find((candidate) => candidate.id === id);
    if (project === undefined) return;
    keys.stepAway();
    void shelve(project);
  };
  useShortcut(
    "archive",
    () => {
      const id = keys.current();
      if (id !== null) shelveRow(id);
    },
    canArchive,
  );
  const prepare = (id: string) => {
    prefetchProject(id);
    router.prefetch(paths.project(id));
  };

  return (
    <>
      <PageHeader
        actions={
          can("project.create") && (
            <Button look="solid" onClick={onCreate} aria-keyshortcuts="c">
              <Plus />
              New project
            </Button>
          )
        }
      >
        <h1 className="display text-xl">Projects</h1>
      </PageHeader>
      <ProjectListToolbar view={view} shown={shown.length} hasMore={hasMore} list={keys.list} />
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
        {problem !== undefined ? (
          <ErrorState what="The projects didn’t load" problem={problem} retry={retry} />
        ) : projects === undefined ? (
          <Delayed>
            <ProjectListSkeleton />
          </Delayed>
        ) : shown.length === 0 && !hasMore ? (
          <ProjectListEmpty view={view} onCreate={can("project.create") ? onCreate : null} />
        ) : (
          <>
            <ul ref={keys.list} aria-label="Projects" className="py-1">
              {shown.map((project) => (
                <ProjectListRow
                  key={project.id}
                  project={project}
                  owner={personName(project.ownerId)}
                  onPrepare={prepare}
                  onShelve={canArchive ? shelveRow : null}
                />
              ))}
            </ul>
            {hasMore && <MoreRows key={shown.length} onReach={loadMore} problem={moreProblem} />}
          </>
        )}
      </div>
    </>
  );
}
