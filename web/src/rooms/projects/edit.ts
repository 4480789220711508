/** The fields of a project that people edit. */
interface ProjectText {
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
