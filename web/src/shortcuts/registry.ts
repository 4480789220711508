export const shortcutGroups = ["Anywhere", "In a list", "In a project"] as const;

interface Shortcut {
  /** Alternatives; a space separates keys pressed one after the other. None: palette only. */
  keys: readonly string[];
  label: string;
  group: (typeof shortcutGroups)[number];
  /** Works while an input has the focus or a dialog is open. */
  always?: boolean;
}

/** Every key the interface listens to. The `?` sheet and the palette are drawn from this. */
export const shortcuts = {
  palette: {
    keys: ["mod+k"],
    label: "Search and run commands",
    group: "Anywhere",
    always: true,
  },
  help: { keys: ["?"], label: "Show keyboard shortcuts", group: "Anywhere" },
  create: { keys: ["c"], label: "New project", group: "Anywhere" },
  undo: { keys: ["mod+z"], label: "Undo the last archive or restore", group: "Anywhere" },
  goProjects: { keys: ["g p"], label: "Go to projects", group: "Anywhere" },
  goArchive: { keys: ["g a"], label: "Go to archived projects", group: "Anywhere" },
  jobs: { keys: ["g j"], label: "Show jobs", group: "Anywhere" },
  switchTenant: { keys: ["g t"], label: "Switch organisation", group: "Anywhere" },
  rail: { keys: ["["], label: "Fold or unfold the rail", group: "Anywhere" },
  theme: { keys: ["mod+shift+l"], label: "Light or dark", group: "Anywhere" },
  createOrganisation: { keys: [], label: "Create an organisation", group: "Anywhere" },
  goProfile: { keys: ["g s"], label: "Go to settings", group: "Anywhere" },
  goMembers: { keys: [], label: "Go to members", group: "Anywhere" },
  goApiKeys: { keys: [], label: "Go to API keys", group: "Anywhere" },
  signOut: { keys: [], label: "Sign out", group: "Anywhere" },
  next: { keys: ["j", "arrowdown"], label: "Next", group: "In a list" },
  previous: { keys: ["k", "arrowup"], label: "Previous", group: "In a list" },
  open: { keys: ["enter"], label: "Open", group: "In a list" },
  filter: { keys: ["/"], label: "Filter", group: "In a list" },
  mine: { keys: ["m"], label: "Only mine, or everyone's", group: "In a list" },
  archive: { keys: ["e"], label: "Archive, or restore from the archive", group: "In a list" },
  rename: { keys: ["r"], label: "Rename", group: "In a project" },
  describe: { keys: ["d"], label: "Edit the description", group: "In a project" },
  archiveOpen: { keys: ["e"], label: "Archive or restore", group: "In a project" },
  copyId: { keys: ["mod+."], label: "Copy the id", group: "In a project" },
  back: { keys: ["escape"], label: "Back to the list", group: "In a project" },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutList: readonly (Shortcut & { id: ShortcutId })[] = (
  Object.keys(shortcuts) as ShortcutId[]
).map((id) => ({ id, ...shortcuts[id] }));
