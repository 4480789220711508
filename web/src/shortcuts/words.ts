import type { ShortcutId } from "./registry";

export const shortcutGroups = [
  "Anywhere",
  "In a list",
  "In a project",
  "In the journal",
  "In the factory",
  "In a picture",
] as const;

/** Keys of a part that has the focus, which listens to them by itself. */
export const localKeys: readonly { group: string; keys: readonly string[]; label: string }[] = [
  { group: "In the journal", keys: ["space"], label: "Pause a recording, and go on" },
  { group: "In the journal", keys: ["escape"], label: "Discard a recording" },
  { group: "In the factory", keys: ["mod+enter"], label: "Place the order" },
  { group: "In the factory", keys: ["x"], label: "Select a product" },
  { group: "In the factory", keys: ["shift+arrowright"], label: "Select on from there" },
  { group: "In the factory", keys: ["l"], label: "Like" },
  { group: "In the factory", keys: ["1 … 5", "0"], label: "Rate, or take the rating off" },
  { group: "In the factory", keys: ["t"], label: "Tag" },
  { group: "In the factory", keys: ["c"], label: "Add to a collection" },
  { group: "In the factory", keys: ["v"], label: "Compare two to four" },
  { group: "In the factory", keys: ["delete"], label: "Put into the bin" },
  { group: "In a picture", keys: ["arrowleft", "arrowright"], label: "Previous, next" },
  {
    group: "In a picture",
    keys: ["shift+arrowright"],
    label: "Look further that way, of a product",
  },
  { group: "In a picture", keys: ["z"], label: "Pixel for pixel, of a product" },
  { group: "In a picture", keys: ["i"], label: "What is known about a product" },
  { group: "In a picture", keys: ["+", "-", "0"], label: "Larger, smaller, whole" },
  { group: "In a picture", keys: ["t"], label: "Show the words in it" },
  { group: "In a picture", keys: ["escape"], label: "Back to the gallery" },
];

interface Words {
  label: string;
  group: (typeof shortcutGroups)[number];
}

/** What each shortcut does, and where. Apart from the keys, which every page needs at once. */
export const shortcutWords: Readonly<Record<ShortcutId, Words>> = {
  palette: { label: "Search and run commands", group: "Anywhere" },
  help: { label: "Show keyboard shortcuts", group: "Anywhere" },
  create: { label: "New project", group: "Anywhere" },
  undo: { label: "Undo what was said last", group: "Anywhere" },
  goProjects: { label: "Go to projects", group: "Anywhere" },
  goJournal: { label: "Go to the journal", group: "Anywhere" },
  goFactory: { label: "Go to the factory", group: "Anywhere" },
  goArchive: { label: "Go to archived projects", group: "Anywhere" },
  jobs: { label: "Show jobs", group: "Anywhere" },
  switchTenant: { label: "Switch organisation", group: "Anywhere" },
  rail: { label: "Fold or unfold the rail", group: "Anywhere" },
  theme: { label: "Light or dark", group: "Anywhere" },
  createOrganisation: { label: "Create an organisation", group: "Anywhere" },
  goProfile: { label: "Go to settings", group: "Anywhere" },
  goMembers: { label: "Go to members", group: "Anywhere" },
  goApiKeys: { label: "Go to API keys", group: "Anywhere" },
  signOut: { label: "Sign out", group: "Anywhere" },
  next: { label: "Next", group: "In a list" },
  previous: { label: "Previous", group: "In a list" },
  open: { label: "Open", group: "In a list" },
  filter: { label: "Filter", group: "In a list" },
  mine: { label: "Only mine, or everyone's", group: "In a list" },
  archive: { label: "Archive, or restore from the archive", group: "In a list" },
  rename: { label: "Rename", group: "In a project" },
  describe: { label: "Edit the description", group: "In a project" },
  archiveOpen: { label: "Archive or restore", group: "In a project" },
  copyId: { label: "Copy the id", group: "In a project" },
  confirm: { label: "Confirm the note", group: "In the journal" },
  reject: { label: "Reject the note", group: "In the journal" },
  edit: { label: "Edit the note", group: "In the journal" },
  undoReview: { label: "Take the last decision back", group: "In the journal" },
  record: { label: "Record", group: "In the journal" },
  pause: { label: "Pause the order, or go on", group: "In the factory" },
  stop: { label: "Cancel the order", group: "In the factory" },
  sooner: { label: "Serve the order sooner", group: "In the factory" },
  later: { label: "Serve the order later", group: "In the factory" },
  back: { label: "Back to the list", group: "In a project" },
};
