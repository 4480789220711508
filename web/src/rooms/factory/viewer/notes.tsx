"use client";

import { useEffect, useRef, useState } from "react";
import { Textarea } from "@/ui/input";

interface NotesProps {
  notes: string;
  readOnly: boolean;
  onSave: (notes: string) => Promise<boolean>;
}

const restMs = 800;

/** Notes that are kept by themselves once the typing rests, and when they are left. */
export function Notes({ notes, readOnly, onSave }: NotesProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [state, setState] = useState<"" | "Saving…" | "Saved" | "Not saved">("");
  const now = useRef({ draft, notes, onSave });
  useEffect(() => {
    now.current = { draft, notes, onSave };
  });

  const keep = useRef(async () => {
    const { draft: text, notes: kept, onSave: save } = now.current;
    if (text === null || text === kept) return setDraft(null);
    setState("Saving…");
    const saved = await save(text);
    setState(saved ? "Saved" : "Not saved");
    // What was typed while it was being saved stays.
    if (saved && now.current.draft === text) setDraft(null);
  });
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => void keep.current(), restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const { current } = now;
    return () => {
      // Going on to the next product must not lose the last words.
      const { draft: text, notes: kept, onSave: save } = now.current ?? current;
      if (text !== null && text !== kept) void save(text);
    };
  }, []);

  return (
    <section className="grid gap-1.5">
      <h2 id="notes" className="flex justify-between text-ink-faint text-xs">
        Notes <span role="status">{state}</span>
      </h2>
      <Textarea
        aria-labelledby="notes"
        value={draft ?? notes}
        readOnly={readOnly}
        maxLength={20_000}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={() => void keep.current()}
      />
    </section>
  );
}
