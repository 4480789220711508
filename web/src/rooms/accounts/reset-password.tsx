"use client";

import Link from "next/link";
import { type FormEvent, useEffect, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { useCompleteReset } from "@/rest/other-ways-in";
import { paths } from "@/routing/paths";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";

export function ResetPassword() {
  const [token, setToken] = useState<string | null>(null);
  const reset = useCompleteReset();
  useEffect(() => {
    setToken(new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "");
  }, []);
  const expired = token === "" || reset.error?.code === "link_expired";
  return (
    <>
      <h1 className="display text-4xl">New password</h1>
      {reset.isSuccess ? (
        <div role="status" className="mt-4 grid gap-6">
          <p className="text-base text-ink-soft">
            It is set, and every browser is signed out. Sign in with it now.
          </p>
          <ButtonLink href={paths.signIn()} look="solid" size="lg">
            Sign in
          </ButtonLink>
        </div>
      ) : expired ? (
        <div role="alert" className="mt-4 grid gap-6">
          <p className="text-base text-ink-soft">
            This link was used or has expired. A link works once, for an hour.
          </p>
          <Link
            href={paths.forgotPassword()}
            className="font-medium text-accent-text text-sm underline underline-offset-3"
          >
            Ask for another link
          </Link>
        </div>
      ) : (
        <NewPassword token={token ?? ""} reset={reset} />
      )}
    </>
  );
}

interface NewPasswordProps {
  token: string;
  reset: ReturnType<typeof useCompleteReset>;
}

function NewPassword({ token, reset }: NewPasswordProps) {
  const problem = reset.error ?? undefined;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    reset.mutate({ token, new_password: String(form.get("new_password")) });
  };
  return (
    <>
      <p className="mt-2 text-base text-ink-soft">It signs you out of every browser.</p>
      <form onSubmit={onSubmit} className="mt-8 grid gap-5">
        <PasswordField
          label="New password"
          name="new_password"
          autoComplete="new-password"
          error={problem?.field("new_password")}
          hint="A few words in a row are easy to keep and hard to guess."
          large
        />
        <FormProblem problem={problem} fields={["new_password"]} />
        <Button type="submit" look="solid" size="lg" disabled={reset.isPending}>
          {reset.isPending ? "Saving…" : "Set the password"}
        </Button>
      </form>
    </>
  );
}
