"use client";

import { type FormEvent, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { SettingsSection } from "@/patterns/settings-section";
import { say, sayProblem } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { Problem } from "@/problem/problem";
import { useUpdateProfile } from "@/session/data";
import { useSession } from "@/session/session";
import { setTheme, useTheme } from "@/theme/theme";
import { type ThemeChoice, themeChoices } from "@/theme/theme-choice";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Segments } from "@/ui/segments";
import { ChangePassword } from "./change-password";

export function Profile() {
  const { me } = useSession();
  return (
    <>
      <SettingsSection title="You" text={`@${me.user.username} · ${me.user.email}`}>
        <NameForm />
      </SettingsSection>
      <SettingsSection title="Theme" text="Follows you to other browsers until you choose there.">
        <ThemeForm />
      </SettingsSection>
      <SettingsSection
        title="Password"
        text="Changing it signs you out everywhere but in this browser."
      >
        <ChangePassword username={me.user.username} />
      </SettingsSection>
    </>
  );
}

function NameForm() {
  const { me } = useSession();
  const update = useUpdateProfile();
  const [name, setName] = useState(me.user.name);
  const { submit, busy, problem } = useSubmit(async () => {
    await update({ name: name.trim() });
    say("Saved");
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const changed = name.trim() !== me.user.name && name.trim() !== "";
  return (
    <form onSubmit={onSubmit} className="grid gap-3">
      <div className="flex items-end gap-2">
        <Field label="Name" error={problem?.field("name")} className="flex-1">
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
              required
            />
          )}
        </Field>
        <Button type="submit" look={changed ? "solid" : "plain"} disabled={!changed || busy}>
          Save
        </Button>
      </div>
      <FormProblem problem={problem} fields={["name"]} />
    </form>
  );
}

function ThemeForm() {
  const { me } = useSession();
  const { choice } = useTheme();
  const update = useUpdateProfile();
  const onChange = (theme: ThemeChoice) => {
    setTheme(theme);
    const known = me.user.preferences;
    const preferences = typeof known === "object" && known !== null ? known : {};
    update({ preferences: { ...preferences, theme } }).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      sayProblem("The theme stays in this browser only", error);
    });
  };
  return <Segments label="Theme" value={choice} options={themeChoices} onChange={onChange} />;
}
