import { editedFields, type ProjectEdit } from "./edit";

/** The part of a project that archiving changes. */
interface Shelved {
  state: "ACTIVE" | "ARCHIVED";
  updatedAt: string;
  archivedAt: string | null;
  version: number;
}

/** What the server will most likely answer, to show before it does. */
export function afterArchive<P extends Shelved>(project: P, now: string): P {
  return {
    ...project,
    state: "ARCHIVED",
    archivedAt: now,
    updatedAt: now,
    version: project.version + 1,
  };
}

export function afterRestore<P extends Shelved>(project: P, now: string): P {
  return {
    ...project,
    state: "ACTIVE",
    archivedAt: null,
    updatedAt: now,
    version: project.version + 1,
  };
}

export function afterEdit<P extends Shelved>(project: P, edit: ProjectEdit, now: string): P {
  const changes = Object.fromEntries(editedFields(edit).map((field) => [field, edit[field]]));
  return { ...project, ...changes, updatedAt: now, version: project.version + 1 };
}
