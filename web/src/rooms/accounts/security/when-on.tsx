"use client";

import { type FormEvent, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { TimeAgo } from "@/patterns/time-ago";
import { say } from "@/patterns/toast";
import type { Problem } from "@/problem/problem";
import { useDisable, useForgetTwoStep, useRenewRecoveryCodes } from "@/rest/two-step";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { CodeField } from "../code-field";
import { RecoveryCodes } from "./recovery-codes";

interface WhenOnProps {
  since: string | null;
  codesLeft: number;
}

export function WhenOn({ since, codesLeft }: WhenOnProps) {
  const [doing, setDoing] = useState<"disable" | "renew" | null>(null);
  const disable = useDisable();
  const renew = useRenewRecoveryCodes();
  const forget = useForgetTwoStep();
  const stop = () => setDoing(null);
  if (renew.data !== undefined) {
    const done = () => {
      stop();
      renew.reset();
      void forget();
    };
    return <RecoveryCodes codes={renew.data.recovery_codes} onDone={done} />;
  }
  if (doing === "disable") {
    const onProof = (proof: Proof) =>
      disable.mutate(proof, {
        onSuccess: () => {
          say("Two-step sign-in is off");
          void forget();
        },
      });
    return (
      <ProofForm
        verb="Turn off"
        danger
        busy={disable.isPending}
        problem={disable.error}
        onProof={onProof}
        onCancel={stop}
      />
    );
  }
  if (doing === "renew") {
    return (
      <ProofForm
        verb="Make new codes"
        busy={renew.isPending}
        problem={renew.error}
        onProof={(proof) => renew.mutate(proof)}
        onCancel={stop}
      />
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p className="flex flex-wrap items-center gap-2 text-ink-soft text-sm">
        <Badge look="accent">On</Badge>
        {since !== null && (
          <span>
            turned on <TimeAgo at={since} />
          </span>
        )}
      </p>
      <p className={codesLeft < 3 ? "text-caution-text text-sm" : "text-ink-soft text-sm"}>
        {codesLeft === 1 ? "1 recovery code is left." : `${codesLeft} recovery codes are left.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setDoing("renew")}>New recovery codes</Button>
        <Button look="quietDanger" onClick={() => setDoing("disable")}>
          Turn off
        </Button>
      </div>
    </div>
  );
}

interface Proof {
  password: string;
  code: string;
}

interface ProofFormProps {
  verb: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | null;
  onProof: (proof: Proof) => void;
  onCancel: () => void;
}

function ProofForm({ verb, danger, busy, problem, onProof, onCancel }: ProofFormProps) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onProof({ password: String(form.get("password")), code: String(form.get("code")) });
  };
  const wrongPassword = problem?.code === "wrong_credentials";
  const wrongCode = problem?.code === "wrong_code";
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        error={wrongPassword ? "This isn’t your password." : undefined}
      />
      <CodeField
        hint="Of your app, or a recovery code."
        error={wrongCode ? "This code is wrong or was used. Wait for the next one." : undefined}
      />
      {!wrongPassword && !wrongCode && <FormProblem problem={problem ?? undefined} />}
      <div className="flex gap-2">
        <Button type="submit" look={danger ? "danger" : "solid"} disabled={busy}>
          {verb}
        </Button>
        <Button look="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
