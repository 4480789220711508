"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { soon } from "@/patterns/soon";
import { pendingToken, type SignedIn, useIsSignedIn, useSignIn } from "@/rest/signing-in";
import { paths, safeNext } from "@/routing/paths";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { type Arrival, explainArrival, readArrival } from "./arrival/arrival";

const SecondStep = soon(() => import("./arrival/second-step").then((part) => part.SecondStep));
const LinkAccount = soon(() => import("./arrival/link-account").then((part) => part.LinkAccount));
const OtherWays = soon(() => import("./arrival/other-ways").then((part) => part.OtherWays));

export function SignIn() {
  const router = useRouter();
  const query = useSearchParams().get("next");
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const returnTo = arrival !== null && "returnTo" in arrival ? arrival.returnTo : null;
  const next = safeNext(returnTo ?? query);
  const signedIn = useIsSignedIn();
  useEffect(() => {
    if (signedIn) router.replace(next);
  }, [signedIn, router, next]);
  useEffect(() => {
    const found = readArrival(window.location.hash);
    if (found === null) return;
    setArrival(found);
    // A token has no business in the history.
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  }, []);

  const follow = (outcome: SignedIn) => {
    const token = pendingToken(outcome);
    if (token === null) router.replace(next);
    else setArrival({ kind: "second-step", token, returnTo });
  };
  const again = () => setArrival(null);
  if (arrival?.kind === "second-step") {
    return <SecondStep token={arrival.token} onDone={() => router.replace(next)} onAgain={again} />;
  }
  if (arrival?.kind === "link") {
    return <LinkAccount token={arrival.token} onDone={follow} onAgain={again} />;
  }
  return (
    <>
      <h1 className="display text-4xl">Welcome back</h1>
      <p className="mt-2 text-base text-ink-soft">Sign in to your studio.</p>
      {arrival?.kind === "problem" && (
        <p
          role="alert"
          className="mt-6 flex gap-2 rounded-md bg-danger-wash px-3 py-2 text-danger-text text-sm"
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {explainArrival(arrival.code)}
        </p>
      )}
      <PasswordForm onDone={follow} />
      <OtherWays next={next} />
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

function PasswordForm({ onDone }: { onDone: (outcome: SignedIn) => void }) {
  const signIn = useSignIn();
  const problem = signIn.error ?? undefined;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate(
      { login: String(form.get("login")).trim(), password: String(form.get("password")) },
      { onSuccess: onDone },
    );
  };
  return (
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
        hint={
          <Link
            href={paths.forgotPassword()}
            className="text-accent-text underline underline-offset-3"
          >
            Forgot your password?
          </Link>
        }
        large
      />
      <FormProblem problem={problem} fields={["login", "password"]} />
      <Button type="submit" look="solid" size="lg" disabled={signIn.isPending}>
        {signIn.isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
