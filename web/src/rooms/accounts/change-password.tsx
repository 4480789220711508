"use client";

import { type FormEvent, useRef } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { say } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { changePassword } from "@/rest/accounts";
import { Button } from "@/ui/button";

export function ChangePassword({ username }: { username: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, busy, problem } = useSubmit(async (data: FormData) => {
    await changePassword({
      current_password: String(data.get("current_password")),
      new_password: String(data.get("new_password")),
    });
    form.current?.reset();
    say("Password changed. Other browsers are signed out.");
  });
  const wrong = problem?.code === "wrong_credentials";
  const weak = problem?.code === "weak_password" ? "This is too easy to guess." : undefined;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <form ref={form} onSubmit={onSubmit} className="grid gap-4">
      {/* Tells a password manager whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <PasswordField
        label="Current password"
        name="current_password"
        autoComplete="current-password"
        error={wrong ? "This isn’t your password." : problem?.field("current_password")}
      />
      <PasswordField
        label="New password"
        name="new_password"
        autoComplete="new-password"
        error={problem?.field("new_password") ?? weak}
      />
      {!wrong && weak === undefined && (
        <FormProblem problem={problem} fields={["current_password", "new_password"]} />
      )}
      <div>
        <Button type="submit" disabled={busy}>
          Change password
        </Button>
      </div>
    </form>
  );
}
