/** The queries of this room that show something of an entity, by the names in their documents. */
const affected: Readonly<Record<string, readonly string[]>> = {
  artRecord: ["ArtRecord", "ArtRecords", "Insights"],
  brief: ["Brief", "BriefVersions", "BriefDiff"],
  milestone: ["Milestones", "ArtRecord"],
  log: ["Journal", "Pending", "LogHistory", "ArtRecord", "Insights", "Archive"],
  recording: ["RecordingProgress", "Recordings"],
  asset: ["Assets", "Asset", "Covers", "ArtRecord", "Inspirations", "Archive"],
  inspiration: ["Inspirations", "Archive"],
  archive: ["Archive", "Journal", "Assets", "Inspirations", "ArtRecords"],
  customField: ["FieldLibrary"],
  settings: ["JournalSettings", "Terms"],
};

/** `*` stands for everything: news may have been missed. */
export function queriesOf(entity: string): readonly string[] {
  return entity === "*" ? Object.values(affected).flat() : (affected[entity] ?? []);
}
