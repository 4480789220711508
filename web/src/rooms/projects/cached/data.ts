import type { ApolloCache } from "@apollo/client/cache";
import {
  MeDocument,
  ProjectDocument,
  type ProjectPageFragment,
  type ProjectRowFragment,
  ProjectRowFragmentDoc,
  ProjectsDocument,
} from "@/graphql/generated/graphql";
import { type ProjectView, place } from "../placing";

/** Every list that a screen may have read. */
export function projectViews(cache: ApolloCache): ProjectView[] {
  const me = cache.readQuery({ query: MeDocument })?.me.user.id;
  const all: ProjectView[] = [{ state: "ACTIVE" }, { state: "ARCHIVED" }];
  return me === undefined ? all : [...all, ...all.map((view) => ({ ...view, owner: me }))];
}

/** Moves a project to where it belongs now in the lists that have been read. */
export function placeInLists(cache: ApolloCache, project: ProjectRowFragment) {
  const row: ProjectRowFragment = {
    ...cache.readFragment({
      id: `Project:${project.id}`,
      fragment: ProjectRowFragmentDoc,
      fragmentName: "ProjectRow",
      optimistic: true,
    }),
    ...project,
  };
  for (const view of projectViews(cache)) {
    cache.updateQuery({ query: ProjectsDocument, variables: view }, (data) => {
      if (!data) return undefined;
      const { nodes, pageInfo } = data.projects;
      const placed = place(nodes, row, view, !pageInfo.hasNextPage);
      return { projects: { ...data.projects, nodes: placed } };
    });
  }
}

/** Takes a project out of all lists; the record stays for a page that still shows it. */
export function removeFromLists(cache: ApolloCache, id: string) {
  for (const view of projectViews(cache)) {
    cache.updateQuery({ query: ProjectsDocument, variables: view }, (data) => {
      if (!data?.projects.nodes.some((node) => node.id === id)) return undefined;
      const nodes = data.projects.nodes.filter((node) => node.id !== id);
      return { projects: { ...data.projects, nodes } };
    });
  }
}

/** Takes in a project as the server has it, unless something newer is known already. */
export function takeIn(cache: ApolloCache, project: ProjectPageFragment) {
  const known = cache.readFragment({
    id: `Project:${project.id}`,
    fragment: ProjectRowFragmentDoc,
    fragmentName: "ProjectRow",
  });
  if (known !== null && known.version > project.version) return;
  cache.writeQuery({ query: ProjectDocument, variables: { id: project.id }, data: { project } });
  placeInLists(cache, project);
}
