import type { Entry, LogPatch } from "./data";
import type { Use } from "./facts";

/** A note as its form holds it. */
export interface Draft {
  rawText: string;
  /** Empty for none. */
  projectId: string;
  minutes: string;
  day: string;
  materials: { key: string; term: string; use: Use }[];
  techniques: string;
  tags: string;
}

export function draftOf(entry: Entry): Draft {
  return {
    rawText: entry.rawText,
    projectId: entry.projectId ?? "",
    minutes:
      entry.timeSpentMinutes === null || entry.timeSpentMinutes === undefined
        ? ""
        : String(entry.timeSpentMinutes),
    day: entry.day,
    materials: (entry.extracted?.materials ?? []).map(({ canonical, use }, index) => ({
      key: `${index}-${canonical}`,
      term: canonical,
      use,
    })),
    techniques: entry.techniques.join(", "),
    tags: entry.tags.join(", "),
  };
}

/** `glazing, , scumbling ` as two words. */
export function words(text: string): string[] {
  return [
    ...new Set(
      text
        .split(",")
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ];
}

/** Only what was changed, so that what somebody else changed meanwhile stays. */
export function patchOf(entry: Entry, draft: Draft): LogPatch {
  const before = draftOf(entry);
  const patch: LogPatch = {};
  if (draft.rawText.trim() !== "" && draft.rawText !== before.rawText)
    patch.rawText = draft.rawText;
  if (draft.projectId !== before.projectId) patch.projectId = draft.projectId || null;
  if (draft.minutes !== before.minutes) {
    const minutes = Number.parseInt(draft.minutes, 10);
    patch.timeSpentMinutes = Number.isNaN(minutes) ? null : minutes;
  }
  if (draft.day !== "" && draft.day !== before.day) patch.day = draft.day;
  const named = (rows: Draft["materials"]) =>
    rows
      .filter(({ term }) => term.trim() !== "")
      .map(({ term, use }) => ({ term: term.trim(), use }));
  if (JSON.stringify(named(draft.materials)) !== JSON.stringify(named(before.materials))) {
    patch.materials = named(draft.materials);
  }
  if (draft.techniques !== before.techniques) patch.techniques = words(draft.techniques);
  if (draft.tags !== before.tags) patch.tags = words(draft.tags);
  return patch;
}
