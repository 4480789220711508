import { mergeLists, same } from "@/patterns/merge";
import type { Brief, BriefInput, Deliverable } from "./data";

/** The content of a brief as its editor holds it. */
export interface BriefDraft {
  requirements: string[];
  deliverables: Deliverable[];
  notes: string;
}

const emptyDraft: BriefDraft = { requirements: [], deliverables: [], notes: "" };

export function draftOf(brief: Brief | null): BriefDraft {
  if (brief === null) return emptyDraft;
  return {
    requirements: [...brief.requirements],
    deliverables: brief.deliverables.map(({ name, quantity, format, due }) => ({
      name,
      quantity,
      format,
      due,
    })),
    notes: brief.notes,
  };
}

/** Rows that were begun and left empty don't count. */
export function inputOf(draft: BriefDraft, message: string): BriefInput {
  return {
    requirements: draft.requirements.map((text) => text.trim()).filter(Boolean),
    deliverables: draft.deliverables
      .filter(({ name }) => name.trim() !== "")
      .map(({ name, quantity, format, due }) => ({
        name: name.trim(),
        quantity,
        format: format.trim(),
        due,
      })),
    notes: draft.notes,
    message,
  };
}

export function isChanged(brief: Brief | null, draft: BriefDraft): boolean {
  return !same(inputOf(draftOf(brief), ""), inputOf(draft, ""));
}

export interface BriefMerge {
  merged: BriefDraft;
  /** Where both wrote something else: the notes, or deliverables by their names. */
  clashes: { field: string; mine: unknown; theirs: unknown }[];
}

/** My draft, begun at `base`, together with what somebody saved since. */
export function mergeBrief(base: BriefDraft, mine: BriefDraft, theirs: BriefDraft): BriefMerge {
  const nameOf = ({ name }: Deliverable) => name.trim();
  const clashes: BriefMerge["clashes"] = [];
  const bothChanged = !same(mine.notes, base.notes) && !same(theirs.notes, base.notes);
  if (bothChanged && mine.notes !== theirs.notes) {
    clashes.push({ field: "notes", mine: mine.notes, theirs: theirs.notes });
  }
  for (const row of mine.deliverables) {
    const [before, now] = [base, theirs].map(({ deliverables }) =>
      deliverables.find((other) => nameOf(other) === nameOf(row)),
    );
    if (now !== undefined && !same(row, before) && !same(now, before) && !same(row, now)) {
      clashes.push({ field: nameOf(row), mine: row, theirs: now });
    }
  }
  return {
    merged: {
      requirements: mergeLists(base.requirements, mine.requirements, theirs.requirements, (text) =>
        text.trim(),
      ),
      deliverables: mergeLists(base.deliverables, mine.deliverables, theirs.deliverables, nameOf),
      notes: same(mine.notes, base.notes) ? theirs.notes : mine.notes,
    },
    clashes,
  };
}

/** The merge with theirs put in wherever it was not said that mine stays, or that both do. */
export function settleBrief(
  { merged, clashes }: BriefMerge,
  mine: ReadonlySet<string>,
  both: ReadonlySet<string> = new Set(),
): BriefDraft {
  const settled = { ...merged, deliverables: [...merged.deliverables] };
  for (const { field, theirs } of clashes) {
    if (mine.has(field)) continue;
    if (field === "notes" && typeof theirs === "string")
      settled.notes = both.has(field) ? `${merged.notes}\n\n${theirs}` : theirs;
    else {
      settled.deliverables = settled.deliverables.map((row) =>
        row.name.trim() === field ? (theirs as Deliverable) : row,
      );
    }
  }
  return settled;
}
