"use client";

import { useRef, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { say } from "@/patterns/toast";
import { type Brief, useBriefChanges } from "./data";
import {
  type BriefDraft,
  type BriefMerge,
  draftOf,
  inputOf,
  isChanged,
  mergeBrief,
  settleBrief,
} from "./draft";

/**
 * A draft over the brief as it was when editing began. Saving makes a new version; when somebody
 * saved in between, both are merged, and `merge` asks about what can't be.
 */
export function useBriefEditor(projectId: string, brief: Brief | null) {
  const { save } = useBriefChanges(projectId);
  const [draft, setDraft] = useState<BriefDraft>(() => draftOf(brief));
  const [merge, setMerge] = useState<{ plan: BriefMerge; theirs: Brief } | null>(null);
  const [busy, setBusy] = useState(false);
  const base = useRef(brief);
  const changed = isChanged(base.current, draft);
  // Nothing was written here yet, so what came in is what is edited.
  if (!changed && (brief?.version ?? 0) !== (base.current?.version ?? 0)) {
    base.current = brief;
    setDraft(draftOf(brief));
  }

  const put = async (
    next: BriefDraft,
    from: Brief | null,
    message: string,
    mergedWith: number | null = null,
  ): Promise<void> => {
    const result = await save(from?.version ?? 0, inputOf(next, message));
    if ("done" in result) {
      base.current = result.done;
      setDraft(draftOf(result.done));
      const { version } = result.done;
      say(
        mergedWith === null
          ? `Saved as version ${version}`
          : `Somebody saved version ${mergedWith} meanwhile; version ${version} has both`,
      );
      return;
    }
    const plan = mergeBrief(draftOf(from), next, draftOf(result.theirs));
    if (plan.clashes.length > 0) {
      setMerge({ plan, theirs: result.theirs });
      return;
    }
    setDraft(plan.merged);
    base.current = result.theirs;
    await put(plan.merged, result.theirs, message, result.theirs.version);
  };

  const run = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    await attempt("The brief wasn’t saved", act).finally(() => setBusy(false));
  };

  return {
    draft,
    changed,
    busy,
    clashes: merge?.plan.clashes ?? null,
    change: (part: Partial<BriefDraft>) => setDraft((before) => ({ ...before, ...part })),
    forget: () => setDraft(draftOf(base.current)),
    save: (message: string) => void run(() => put(draft, base.current, message)),
    resolve: (mine: ReadonlySet<string>, both: ReadonlySet<string>) => {
      if (merge === null) return;
      const settled = settleBrief(merge.plan, mine, both);
      const { theirs } = merge;
      setMerge(null);
      setDraft(settled);
      base.current = theirs;
      void run(() => put(settled, theirs, "merged", theirs.version));
    },
  };
}
