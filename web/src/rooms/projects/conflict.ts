/** The fields of a project that people edit. */
export interface ProjectText {
  name: string;
  description: string;
  type: string;
  settings: unknown;
}

export type ProjectField = keyof ProjectText;
export type ProjectEdit = Partial<ProjectText>;

export const projectFields: readonly { field: ProjectField; label: string }[] = [
  { field: "name", label: "Name" },
  { field: "description", label: "Description" },
  { field: "type", label: "Type" },
  { field: "settings", label: "Settings" },
];

export function editedFields(edit: ProjectEdit): ProjectField[] {
  return projectFields.map(({ field }) => field).filter((field) => edit[field] !== undefined);
}

/**
 * The fields of `mine` that somebody else changed too, and differently, since `base`. Where there
 * are none the edit can be made again on top of theirs without anybody losing anything.
 */
export function overlap(base: ProjectText, mine: ProjectEdit, theirs: ProjectText): ProjectField[] {
  return editedFields(mine).filter(
    (field) => !same(theirs[field], base[field]) && !same(theirs[field], mine[field]),
  );
}

export type Choice = "mine" | "theirs";
export type Choices = Partial<Record<ProjectField, Choice>>;

/** What is still to be saved on top of theirs; empty when all of it is theirs. */
export function settle(mine: ProjectEdit, theirs: ProjectText, choices: Choices): ProjectEdit {
  const kept = editedFields(mine).filter(
    (field) => choices[field] !== "theirs" && !same(mine[field], theirs[field]),
  );
  return Object.fromEntries(kept.map((field) => [field, mine[field]]));
}

/** Equality of JSON values; the order of an object's keys means nothing. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}
