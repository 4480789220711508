"use client";

import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/ui/button";
import { Segments } from "@/ui/segments";
import { SettingRow } from "./setting-row";
import { asSettings, parseValue, type Settings, withoutSetting, withSetting } from "./settings";
import { SettingsJson } from "./settings-json";

interface SettingsEditorProps {
  value: unknown;
  readOnly: boolean;
  onBegin: () => void;
  onCommit: (settings: Settings) => void;
}

const forms = [
  { value: "table", label: "Table" },
  { value: "json", label: "JSON" },
] as const;

/** The project's own facts, such as medium and size, as a table of values or as they are stored. */
export function SettingsEditor({ value, readOnly, onBegin, onCommit }: SettingsEditorProps) {
  const settings = asSettings(value);
  const entries = Object.entries(settings);
  const [form, setForm] = useState<"table" | "json">("table");
  const [adding, setAdding] = useState(false);
  const heading = useId();

  return (
    <section aria-labelledby={heading} className="mt-6 border-line border-t pt-5">
      <header className="mb-2 flex items-center justify-between">
        <h2 id={heading} className="font-semibold text-sm">
          Settings
        </h2>
        <Segments label="Show settings as" value={form} options={forms} onChange={setForm} />
      </header>
      {form === "json" ? (
        <SettingsJson
          settings={settings}
          readOnly={readOnly}
          onBegin={onBegin}
          onCommit={onCommit}
        />
      ) : (
        <>
          {entries.length === 0 && !adding && (
            <p className="py-2 text-ink-faint text-sm">
              {readOnly
                ? "None."
                : "None yet. Keep facts here that rooms and agents read: medium, size, palette, edition."}
            </p>
          )}
          <ul aria-labelledby={heading} className="grid">
            {entries.map(([key, entry]) => (
              <SettingRow
                key={key}
                name={key}
                value={entry}
                readOnly={readOnly}
                onBegin={onBegin}
                onCommit={(next) => onCommit(withSetting(settings, key, next))}
                onRemove={() => {
                  onBegin();
                  onCommit(withoutSetting(settings, key));
                }}
              />
            ))}
          </ul>
          {adding && (
            <NewSetting
              taken={settings}
              onAdd={(key, text) => {
                onCommit(withSetting(settings, key, parseValue(text)));
                setAdding(false);
              }}
              onCancel={() => setAdding(false)}
            />
          )}
          {!readOnly && !adding && (
            <Button
              look="ghost"
              size="sm"
              className="mt-1 -ml-2"
              onClick={() => {
                onBegin();
                setAdding(true);
              }}
            >
              <Plus />
              Add a setting
            </Button>
          )}
        </>
      )}
    </section>
  );
}

interface NewSettingProps {
  taken: Settings;
  onAdd: (key: string, text: string) => void;
  onCancel: () => void;
}

function NewSetting({ taken, onAdd, onCancel }: NewSettingProps) {
  const [key, setKey] = useState("");
  const name = key.trim();
  const duplicate = Object.hasOwn(taken, name);
  const box =
    "h-8 min-w-0 rounded-md border border-edge bg-sheet px-2 text-sm outline-none focus-visible:border-accent-text focus-visible:ring-3 focus-visible:ring-accent/20 aria-invalid:border-danger";
  return (
    <form
      className="grid grid-cols-[10rem_minmax(0,1fr)_auto_auto] items-center gap-2 py-1 max-sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get("value");
        if (name !== "" && !duplicate) onAdd(name, String(value ?? ""));
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onCancel();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        aria-label="Name of the setting"
        aria-invalid={duplicate || undefined}
        title={duplicate ? "There is a setting of this name already" : undefined}
        placeholder="medium"
        autoComplete="off"
        value={key}
        onChange={(event) => setKey(event.target.value)}
        className={box}
      />
      <input
        name="value"
        aria-label="Value"
        placeholder="oil on linen"
        autoComplete="off"
        className={box}
      />
      <Button type="submit" disabled={name === "" || duplicate}>
        Add
      </Button>
      <Button look="ghost" size="iconLg" aria-label="Cancel" onClick={onCancel}>
        <X />
      </Button>
    </form>
  );
}
