"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { say } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { caps } from "@/shortcuts/match";
import { useIsMac } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import { useLogChanges } from "./data";

interface NoteBoxProps {
  projectId: string | null;
  ref?: Ref<{ fill: (text: string) => void }>;
}

/** A line to type instead of speaking. */
export function NoteBox({ projectId, ref }: NoteBoxProps) {
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const mac = useIsMac();
  const { create } = useLogChanges();
  const { submit, busy, problem } = useSubmit(async () => {
    const rawText = text.trim();
    if (rawText === "") return;
    const entry = await create({ rawText, ...(projectId !== null && { projectId }) });
    setText("");
    if (entry.attributionStatus === "CONFIRMED") say("Noted and confirmed");
  });
  useImperativeHandle(ref, () => ({
    fill: (example) => {
      setText(example);
      box.current?.focus();
    },
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    // Out of the box, where the keys of the queue work.
    if (event.key === "Escape") box.current?.blur();
    else if (
      event.key === "Enter" &&
      (event.metaKey || event.ctrlKey) &&
      !event.nativeEvent.isComposing
    ) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="grid gap-2"
    >
      <div className="rounded-lg border border-edge bg-sheet transition-[border-color,box-shadow] focus-within:border-accent-text focus-within:ring-3 focus-within:ring-accent/20">
        <textarea
          ref={box}
          aria-label="Note"
          value={text}
          rows={2}
          maxLength={100_000}
          placeholder="What did you do? “An hour and a quarter on the harbor triptych, second glaze…”"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="block field-sizing-content max-h-80 min-h-16 w-full resize-none bg-transparent px-3 pt-2.5 text-base outline-none max-sm:text-[1rem]"
        />
        <div className="flex items-center justify-end gap-2 px-2 pb-2">
          <Kbd caps={caps("mod+enter", mac)} className="max-md:hidden" />
          <Button type="submit" size="sm" look="solid" disabled={busy || text.trim() === ""}>
            Note it
          </Button>
        </div>
      </div>
      <FormProblem problem={problem} />
    </form>
  );
}
