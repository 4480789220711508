interface Shortcut {
  /** Alternatives; a space separates keys pressed one after the other. None: palette only. */
  keys: readonly string[];
  /** Works while an input has the focus or a dialog is open. */
  always?: boolean;
}

/** Every key the interface listens to. The `?` sheet and the palette are drawn from this. */
export const shortcuts = {
  palette: {
    keys: ["mod+k"],
    always: true,
  },
  help: { keys: ["?"] },
  create: { keys: ["c"] },
  undo: { keys: ["mod+z"] },
  goProjects: { keys: ["g p"] },
  goJournal: { keys: ["g l"] },
  goFactory: { keys: ["g f"] },
  goArchive: { keys: ["g a"] },
  jobs: { keys: ["g j"] },
  switchTenant: { keys: ["g t"] },
  rail: { keys: ["["] },
  theme: { keys: ["mod+shift+l"] },
  createOrganisation: { keys: [] },
  goProfile: { keys: ["g s"] },
  goMembers: { keys: [] },
  goApiKeys: { keys: [] },
  signOut: { keys: [] },
  next: { keys: ["j", "arrowdown"] },
  previous: { keys: ["k", "arrowup"] },
  open: { keys: ["enter"] },
  filter: { keys: ["/"] },
  mine: { keys: ["m"] },
  archive: { keys: ["e"] },
  rename: { keys: ["r"] },
  describe: { keys: ["d"] },
  archiveOpen: { keys: ["e"] },
  copyId: { keys: ["mod+."] },
  confirm: { keys: ["y"] },
  reject: { keys: ["n"] },
  edit: { keys: ["e"] },
  undoReview: { keys: ["u"] },
  record: { keys: ["r"] },
  pause: { keys: ["p"] },
  stop: { keys: ["x"] },
  sooner: { keys: ["shift+k", "shift+arrowup"] },
  later: { keys: ["shift+j", "shift+arrowdown"] },
  back: { keys: ["escape"] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutList: readonly (Shortcut & { id: ShortcutId })[] = (
  Object.keys(shortcuts) as ShortcutId[]
).map((id) => ({ id, ...shortcuts[id] }));
