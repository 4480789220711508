"use client";

import type { FormEvent } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { useSecondStep } from "@/rest/other-ways-in";
import { Button } from "@/ui/button";
import { CodeField } from "../code-field";

interface SecondStepProps {
  token: string;
  onDone: () => void;
  onAgain: () => void;
}

/** The second of two steps: a code. */
export function SecondStep({ token, onDone, onAgain }: SecondStepProps) {
  const step = useSecondStep();
  const problem = step.error ?? undefined;
  const wrong = problem?.code === "wrong_code";
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    step.mutate({ token, code }, { onSuccess: onDone });
  };
  return (
    <>
      <h1 className="display text-4xl">One more step</h1>
      <p className="mt-2 text-base text-ink-soft">
        Enter the code that your authenticator app shows for Atelier.
      </p>
      <form onSubmit={onSubmit} className="mt-8 grid gap-5">
        <CodeField
          large
          autoFocus
          hint="No phone at hand? One of your recovery codes works once, too."
          error={wrong ? "This code is wrong or was used. Wait for the next one." : undefined}
        />
        {!wrong && <FormProblem problem={problem} />}
        <Button type="submit" look="solid" size="lg" disabled={step.isPending}>
          {step.isPending ? "Checking…" : "Continue"}
        </Button>
        <Button look="ghost" onClick={onAgain}>
          Begin again
        </Button>
      </form>
    </>
  );
}
