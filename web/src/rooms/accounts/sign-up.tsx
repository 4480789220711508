"use client";

import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { useSignUp } from "@/rest/signing-in";
import { paths, safeNext } from "@/routing/paths";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { fieldErrors, isAtField } from "./field-errors";
import { suggestUsername } from "./suggest-username";

const fields = ["name", "email", "username", "password"];

export function SignUp() {
  const router = useRouter();
  const query = useSearchParams().get("next");
  const next = safeNext(query);
  const signUp = useSignUp();
  // Null while it follows the name; what a person typed is left alone.
  const [typedUsername, setTypedUsername] = useState<string | null>(null);
  const [name, setName] = useState("");
  const problem = signUp.error ?? undefined;
  const error = fieldErrors(problem);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field)).trim();
    signUp.mutate(
      {
        name: text("name"),
        email: text("email"),
        username: text("username"),
        password: String(form.get("password")),
      },
      { onSuccess: () => router.replace(next) },
    );
  };

  return (
    <>
      <h1 className="display text-4xl">Set up your easel</h1>
      <p className="mt-2 text-base text-ink-soft">One account for every room of the studio.</p>
      <form onSubmit={onSubmit} className="mt-8 grid gap-5">
        <Field label="Your name" error={error("name")}>
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="name"
              required
              autoFocus
              value={name}
              onChange={(event) => setName(event.target.value)}
              large
            />
          )}
        </Field>
        <Field label="Username" error={error("username")}>
          {(control) => (
            <Input
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              value={typedUsername ?? suggestUsername(name)}
              onChange={(event) => setTypedUsername(event.target.value)}
              large
            />
          )}
        </Field>
        <Field label="Email" error={error("email")}>
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="email" required large />
          )}
        </Field>
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          error={error("password")}
          hint="A few words in a row are easy to keep and hard to guess."
          large
        />
        {(problem === undefined || !isAtField(problem)) && (
          <FormProblem problem={problem} fields={fields} />
        )}
        <Button type="submit" look="solid" size="lg" disabled={signUp.isPending}>
          {signUp.isPending ? "Creating the account…" : "Create account"}
        </Button>
      </form>
      <p className="mt-6 text-ink-soft text-sm">
        Been here before?{" "}
        <Link
          href={paths.signIn(query === null ? undefined : next)}
          className="font-medium text-accent-text underline underline-offset-3"
        >
          Sign in
        </Link>
      </p>
    </>
  );
}
