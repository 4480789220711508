"use client";

import { type FormEvent, useState } from "react";
import { CopyButton } from "@/patterns/copy-button";
import { FormProblem } from "@/patterns/form-problem";
import { PasswordField } from "@/patterns/password-field";
import { say } from "@/patterns/toast";
import { useConfirm, useEnrol, useForgetTwoStep } from "@/rest/two-step";
import { Button } from "@/ui/button";
import { CodeField } from "../code-field";
import { RecoveryCodes } from "./recovery-codes";

/** Off → password → the app reads the secret → its first code → recovery codes. */
export function SetUp() {
  const [begun, setBegun] = useState(false);
  const enrol = useEnrol();
  const confirm = useConfirm();
  const forget = useForgetTwoStep();
  if (confirm.data !== undefined) {
    const done = () => {
      say("Two-step sign-in is on");
      void forget();
    };
    return <RecoveryCodes codes={confirm.data.recovery_codes} onDone={done} />;
  }
  if (enrol.data !== undefined) return <Scan enrolment={enrol.data} confirm={confirm} />;
  if (!begun) {
    return (
      <div className="grid justify-items-start gap-3">
        <p className="text-ink-soft text-sm">Off. Your password alone signs you in.</p>
        <Button onClick={() => setBegun(true)}>Set up</Button>
      </div>
    );
  }
  return <AskPassword enrol={enrol} onCancel={() => setBegun(false)} />;
}

interface AskPasswordProps {
  enrol: ReturnType<typeof useEnrol>;
  onCancel: () => void;
}

function AskPassword({ enrol, onCancel }: AskPasswordProps) {
  const problem = enrol.error ?? undefined;
  const wrong = problem?.code === "wrong_credentials";
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enrol.mutate({ password: String(new FormData(event.currentTarget).get("password")) });
  };
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <PasswordField
        label="Your password, once more"
        name="password"
        autoComplete="current-password"
        error={wrong ? "This isn’t your password." : undefined}
      />
      {!wrong && <FormProblem problem={problem} />}
      <div className="flex gap-2">
        <Button type="submit" look="solid" disabled={enrol.isPending}>
          Continue
        </Button>
        <Button look="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface ScanProps {
  enrolment: { secret: string; qr_svg: string };
  confirm: ReturnType<typeof useConfirm>;
}

function Scan({ enrolment, confirm }: ScanProps) {
  const problem = confirm.error ?? undefined;
  const wrong = problem?.code === "wrong_code";
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate({ code: String(new FormData(event.currentTarget).get("code")) });
  };
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <p className="text-ink-soft text-sm">
        Scan this with an authenticator app, such as Aegis, 1Password or Google Authenticator.
      </p>
      {/* biome-ignore lint/performance/noImgElement: it is made on the spot, not a file to optimise */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(enrolment.qr_svg)}`}
        alt="QR code with the secret for your app"
        className="size-48 rounded-md border border-line-strong"
      />
      <div className="grid gap-1.5">
        <p className="text-ink-faint text-xs">Or type it:</p>
        <div className="flex items-center gap-2 rounded-md border border-line-strong bg-paper py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 break-all font-mono text-xs" data-test-id="totp-secret">
            {enrolment.secret}
          </code>
          <CopyButton text={enrolment.secret} label="Copy the secret" />
        </div>
      </div>
      <CodeField
        label="The code that the app shows now"
        error={wrong ? "This code is wrong. Check the clock of your phone." : undefined}
      />
      {!wrong && <FormProblem problem={problem} />}
      <div>
        <Button type="submit" look="solid" disabled={confirm.isPending}>
          Turn on
        </Button>
      </div>
    </form>
  );
}
