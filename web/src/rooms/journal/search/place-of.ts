import { journalPaths } from "@/routing/journal";
import type { Hit } from "./data";

/** The page on which a hit is seen. */
export function placeOf({ kind, id, projectId }: Pick<Hit, "kind" | "id" | "projectId">): string {
  const inProject = (tab?: string) => (projectId ? journalPaths.project(projectId, tab) : null);
  switch (kind.toLowerCase().replace(/[^a-z]/g, "")) {
    case "asset":
      return journalPaths.gallery(id);
    case "brief":
      return inProject("brief") ?? journalPaths.projects();
    case "milestone":
      return inProject("milestones") ?? journalPaths.projects();
    case "inspiration":
      return journalPaths.inspiration();
    case "artrecord":
    case "project":
      return journalPaths.project(projectId ?? id);
    default:
      return `${inProject("logs") ?? journalPaths.stream()}#${id}`;
  }
}
