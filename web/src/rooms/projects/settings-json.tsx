"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { caps } from "@/shortcuts/match";
import { useIsMac } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Textarea } from "@/ui/input";
import { Kbd } from "@/ui/kbd";
import { parseJson, type Settings, showJson } from "./settings";

interface SettingsJsonProps {
  settings: Settings;
  readOnly: boolean;
  onBegin: () => void;
  onCommit: (settings: Settings) => void;
}

export function SettingsJson({ settings, readOnly, onBegin, onCommit }: SettingsJsonProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const mac = useIsMac();
  const refusalId = useId();
  const stored = showJson(settings);
  const text = draft ?? stored;
  const read = parseJson(text);
  const refusal = "refusal" in read ? read.refusal : null;
  const changed = draft !== null && draft !== stored;

  const save = () => {
    if ("refusal" in read) return;
    setDraft(null);
    if (changed) onCommit(read.settings);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div className="grid gap-2">
      <Textarea
        aria-label="Settings as JSON"
        aria-invalid={refusal === null ? undefined : true}
        aria-describedby={refusal === null ? undefined : refusalId}
        readOnly={readOnly}
        spellCheck={false}
        rows={Math.min(24, Math.max(6, text.split("\n").length + 1))}
        value={text}
        onFocus={() => {
          if (draft === null) onBegin();
        }}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        mono
      />
      <p id={refusalId} role="status" className="text-danger-text text-xs empty:hidden">
        {refusal}
      </p>
      {changed && (
        <div className="flex justify-end gap-2">
          <Button look="ghost" onClick={() => setDraft(null)}>
            Discard
          </Button>
          <Button look="solid" onClick={save} disabled={refusal !== null}>
            Save settings
            <Kbd caps={caps("mod+enter", mac)} className="max-sm:hidden" />
          </Button>
        </div>
      )}
    </div>
  );
}
