"use client";

import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { useIsSignedIn, useSignIn } from "@/rest/signing-in";
import { paths, safeNext } from "@/routing/paths";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

export function SignIn() {
  const router = useRouter();
  const query = useSearchParams().get("next");
  const next = safeNext(query);
  const signIn = useSignIn();
  const signedIn = useIsSignedIn();
  useEffect(() => {
    if (signedIn) router.replace(next);
  }, [signedIn, router, next]);

  const problem = signIn.error ?? undefined;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate(
      { login: String(form.get("login")).trim(), password: String(form.get("password")) },
      { onSuccess: () => router.replace(next) },
    );
  };

  return (
    <>
      <h1 className="display text-4xl">Welcome back</h1>
      <p className="mt-2 text-base text-ink-soft">Sign in to your studio.</p>
      <form onSubmit={onSubmit} className="mt-8 grid gap-5">
        <Field label="Email or username" error={problem?.field("login")}>
          {(control) => (
            <Input
              {...control}
              name="login"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              autoFocus
              large
            />
          )}
        </Field>
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          error={problem?.field("password")}
          large
        />
        <FormProblem problem={problem} fields={["login", "password"]} />
        <Button type="submit" look="solid" size="lg" disabled={signIn.isPending}>
          {signIn.isPending ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      <p className="mt-6 text-ink-soft text-sm">
        New here?{" "}
        <Link
          href={paths.signUp(query === null ? undefined : next)}
          className="font-medium text-accent-text underline underline-offset-3"
        >
          Create an account
        </Link>
      </p>
    </>
  );
}
