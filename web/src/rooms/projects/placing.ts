/** What decides where a project stands in a list. */
export interface Placed {
  id: string;
  ownerId: string;
  state: "ACTIVE" | "ARCHIVED";
  createdAt: string;
  updatedAt: string;
}

/** One list that the server can give; with an owner it is in order of making, else of changing. */
export interface ProjectView {
  state: "ACTIVE" | "ARCHIVED";
  owner?: string | undefined;
}

/**
 * The list with `project` where the server would put it, or without it where it doesn't belong
 * (any more). `complete` says that no page is left to read: a project that sorts after the last
 * row read so far is on a page to come.
 */
export function place<Item extends Placed>(
  list: readonly Item[],
  project: Item,
  view: ProjectView,
  complete: boolean,
): Item[] {
  const others = list.filter(({ id }) => id !== project.id);
  if (!belongs(project, view)) return others;
  const at = others.findIndex((other) => comesFirst(project, other, view));
  if (at === -1) return complete || others.length < list.length ? [...others, project] : others;
  return others.toSpliced(at, 0, project);
}

function belongs(project: Placed, view: ProjectView): boolean {
  return (
    project.state === view.state && (view.owner === undefined || project.ownerId === view.owner)
  );
}

function comesFirst(a: Placed, b: Placed, view: ProjectView): boolean {
  return view.owner === undefined ? a.updatedAt >= b.updatedAt : a.createdAt >= b.createdAt;
}

/** The rows whose name or type has every word of `filter`. */
export function filterProjects<Item extends { name: string; type: string }>(
  list: readonly Item[],
  filter: string,
): readonly Item[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return list;
  return list.filter(({ name, type }) => {
    const text = `${name} ${type}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
