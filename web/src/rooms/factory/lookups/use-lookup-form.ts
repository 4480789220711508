"use client";

import { useState } from "react";
import { type Clash, rebase, same } from "@/patterns/merge";
import { say } from "@/patterns/toast";
import { type Lookup, useLookupChanges } from "./data";
import { linesOf } from "./wildcards";

interface Draft {
  key: string;
  /** One a line. */
  values: string;
  description: string;
  category: string;
}

/** What can be changed of a lookup. */
interface Edit {
  values: string[];
  description: string;
  category: string | null;
}

type EditField = keyof Edit;

function draftOf(lookup: Lookup | null): Draft {
  return {
    key: lookup?.key ?? "",
    values: (lookup?.values ?? []).join("\n"),
    description: lookup?.description ?? "",
    category: lookup?.category ?? "",
  };
}

function editOf(draft: Draft): Edit {
  return {
    values: linesOf(draft.values),
    description: draft.description.trim(),
    category: draft.category.trim() || null,
  };
}

/** Editing a lookup, made or new, with what to do when somebody else was first. */
export function useLookupForm(lookup: Lookup | null, onOpen: (id: string) => void) {
  const changes = useLookupChanges();
  /** What the editing began with; what is saved is the difference from it. */
  const [base, setBase] = useState(lookup);
  const [draft, setDraft] = useState(() => draftOf(lookup));
  const [clash, setClash] = useState<{ theirs: Lookup; clashes: Clash<EditField>[] } | null>(null);

  const patchOf = (from: Lookup): Partial<Edit> => {
    const edit = editOf(draft);
    return Object.fromEntries(
      Object.entries(edit).filter(([field, value]) => !same(value, from[field as EditField])),
    );
  };
  const untouched = base !== null && Object.keys(patchOf(base)).length === 0;
  // What others change shows at once where nothing of one's own would be lost.
  if (lookup !== null && base !== null && lookup.version !== base.version && untouched) {
    setBase(lookup);
    setDraft(draftOf(lookup));
  }
  const keep = (saved: Lookup) => {
    setBase(saved);
    setDraft(draftOf(saved));
    setClash(null);
  };

  const put = async (onto: Lookup, patch: Partial<Edit>): Promise<void> => {
    if (Object.keys(patch).length === 0) return keep(onto);
    const result = await changes.update(onto, patch);
    if ("done" in result) return keep(result.done);
    const { rest, clashes } = rebase<Lookup, Partial<Edit>>(onto, patch, result.theirs);
    if (clashes.length === 0) return put(result.theirs, rest);
    setClash({ theirs: result.theirs, clashes });
  };

  return {
    draft,
    set: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    changed: base === null ? draft.key.trim() !== "" : !untouched,
    reset: () => setDraft(draftOf(base)),
    save: async (): Promise<void> => {
      if (base !== null) return put(base, patchOf(base));
      const made = await changes.create({ key: draft.key.trim(), ...createdFrom(draft) });
      say(`[${made.key}] is made`);
      onOpen(made.id);
    },
    clash,
    /** Saves with those fields as they are here that were chosen; the others stay as they are there. */
    resolve: async (mine: ReadonlySet<EditField>): Promise<void> => {
      if (clash === null || base === null) return;
      const { rest } = rebase<Lookup, Partial<Edit>>(base, patchOf(base), clash.theirs);
      const edit = editOf(draft);
      const chosen = Object.fromEntries([...mine].map((field) => [field, edit[field]]));
      await put(clash.theirs, { ...rest, ...chosen });
    },
  };
}

function createdFrom(draft: Draft) {
  const { values, description, category } = editOf(draft);
  return { values, description, ...(category !== null && { category }) };
}
