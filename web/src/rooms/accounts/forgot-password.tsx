"use client";

import Link from "next/link";
import type { FormEvent } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { useRequestReset, useSignInOptions } from "@/rest/other-ways-in";
import { paths } from "@/routing/paths";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

export function ForgotPassword() {
  const options = useSignInOptions();
  const request = useRequestReset();
  return (
    <>
      <h1 className="display text-4xl">Forgotten password</h1>
      {options.data?.password_reset_by_mail === false ? (
        <ByOperator />
      ) : request.isSuccess ? (
        <p role="status" className="mt-4 text-base text-ink-soft">
          If there is an account with that email, a link is on its way to it. It works once, for an
          hour. Look into the spam folder, too.
        </p>
      ) : (
        <ByMail request={request} />
      )}
      <p className="mt-6 text-ink-soft text-sm">
        <Link
          href={paths.signIn()}
          className="font-medium text-accent-text underline underline-offset-3"
        >
          Back to the sign-in
        </Link>
      </p>
    </>
  );
}

function ByOperator() {
  return (
    <p className="mt-4 text-base text-ink-soft">
      This server sends no mail. Ask whoever runs it for a link: they make one with{" "}
      <code className="font-mono text-ink text-sm">atelier user reset-link</code> and your username.
    </p>
  );
}

function ByMail({ request }: { request: ReturnType<typeof useRequestReset> }) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    request.mutate({ email: String(new FormData(event.currentTarget).get("email")).trim() });
  };
  return (
    <>
      <p className="mt-2 text-base text-ink-soft">We send you a link to choose another one.</p>
      <form onSubmit={onSubmit} className="mt-8 grid gap-5">
        <Field label="Email of your account">
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              autoComplete="email"
              required
              autoFocus
              large
            />
          )}
        </Field>
        <FormProblem problem={request.error ?? undefined} />
        <Button type="submit" look="solid" size="lg" disabled={request.isPending}>
          {request.isPending ? "Sending…" : "Send the link"}
        </Button>
      </form>
    </>
  );
}
