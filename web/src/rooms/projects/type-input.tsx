"use client";

import { useId, useState } from "react";
import { usualTypes } from "./types";

interface TypeInputProps {
  value: string;
  readOnly: boolean;
  onBegin: () => void;
  onCommit: (type: string) => void;
}

export function TypeInput({ value, readOnly, onBegin, onCommit }: TypeInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const offers = useId();
  if (readOnly) return <span className="truncate">{value === "" ? "None" : value}</span>;

  const finish = () => {
    const type = draft?.trim();
    setDraft(null);
    if (type !== undefined && type !== value) onCommit(type);
  };
  return (
    <>
      <input
        aria-label="Type"
        value={draft ?? value}
        list={offers}
        maxLength={40}
        placeholder="None"
        autoComplete="off"
        onFocus={onBegin}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key !== "Escape") return;
          event.preventDefault();
          setDraft(null);
          const box = event.currentTarget;
          requestAnimationFrame(() => box.blur());
        }}
        className="-mx-2 h-7 w-full min-w-0 rounded-md bg-transparent px-2 outline-none hover:bg-wash focus:bg-sheet focus:ring-2 focus:ring-accent-text"
      />
      <datalist id={offers}>
        {usualTypes.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
    </>
  );
}
