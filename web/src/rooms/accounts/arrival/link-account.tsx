"use client";

import type { FormEvent } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { useLinkAccount } from "@/rest/other-ways-in";
import type { SignedIn } from "@/rest/signing-in";
import { Button } from "@/ui/button";

interface LinkAccountProps {
  token: string;
  onDone: (outcome: SignedIn) => void;
  onAgain: () => void;
}

/** Somebody came from an issuer with an email that has an account here: is it theirs? */
export function LinkAccount({ token, onDone, onAgain }: LinkAccountProps) {
  const link = useLinkAccount();
  const problem = link.error ?? undefined;
  const wrong = problem?.code === "wrong_credentials";
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    link.mutate({ token, password }, { onSuccess: onDone });
  };
  return (
    <>
      <h1 className="display text-4xl">You have an account</h1>
      <p className="mt-2 text-base text-ink-soft">
        It has the same email. Enter its password once, and both belong together from then on.
      </p>
      <form onSubmit={onSubmit} className="mt-8 grid gap-5">
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          error={wrong ? "This isn’t the password of that account." : undefined}
          large
        />
        {!wrong && <FormProblem problem={problem} />}
        <Button type="submit" look="solid" size="lg" disabled={link.isPending}>
          {link.isPending ? "Linking…" : "Link and sign in"}
        </Button>
        <Button look="ghost" onClick={onAgain}>
          Sign in another way
        </Button>
      </form>
    </>
  );
}
