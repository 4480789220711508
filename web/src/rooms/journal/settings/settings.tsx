"use client";

import { attempt } from "@/patterns/attempt";
import { ErrorState } from "@/patterns/error-state";
import { SettingsSection } from "@/patterns/settings-section";
import { say } from "@/patterns/toast";
import { useSession } from "@/session/session";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { type JournalSettingsPatch, type Settings, useSettings, useSettingsChanges } from "./data";
import { FieldLibrary } from "./field-library";
import { RulesForm } from "./rules-form";
import { Terms } from "./terms";

/** How the journal reads notes, what it keeps about pieces, and the words of the studio. */
export function JournalSettings() {
  useLiveJournal();
  const { can } = useSession();
  const { settings, problem, retry } = useSettings();
  return (
    <JournalFrame title="Journal settings">
      <div className="mx-auto max-w-4xl px-4 md:px-8">
        <SettingsSection
          title="Reading notes"
          text="When facts are taken without asking, and how days are counted."
        >
          {problem !== undefined ? (
            <ErrorState what="The settings didn’t load" problem={problem} retry={retry} />
          ) : (
            settings !== undefined && (
              <Rules settings={settings} readOnly={!can("journal.settings")} />
            )
          )}
        </SettingsSection>
        <SettingsSection
          title="Field library"
          text="What this studio keeps about every piece, beside medium, client and deadline."
        >
          <FieldLibrary readOnly={!can("field.edit")} />
        </SettingsSection>
        <SettingsSection
          title="Words of the studio"
          text="Names that the journal should know. Every note that you confirm teaches some."
        >
          <Terms readOnly={!can("term.edit")} />
        </SettingsSection>
      </div>
    </JournalFrame>
  );
}

function Rules({ settings, readOnly }: { settings: Settings; readOnly: boolean }) {
  const { update } = useSettingsChanges();
  const save = (patch: JournalSettingsPatch) =>
    attempt("The settings weren’t saved", async () => {
      const result = await update(settings, patch);
      say("done" in result ? "Saved" : "Somebody changed the settings first; look once more");
    });
  return (
    <RulesForm
      key={settings.version}
      settings={settings}
      readOnly={readOnly}
      onSave={(patch) => void save(patch)}
    />
  );
}
