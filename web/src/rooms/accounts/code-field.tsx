import type { ReactNode } from "react";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

interface CodeFieldProps {
  error?: string | undefined;
  hint?: ReactNode;
  large?: boolean;
  autoFocus?: boolean;
  label?: string;
}

/** A code of an authenticator app, or a recovery code: so letters are allowed. */
export function CodeField({ error, hint, large, autoFocus, label = "Code" }: CodeFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Input
          {...control}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          large={large}
          autoFocus={autoFocus}
          className="font-mono tracking-widest"
        />
      )}
    </Field>
  );
}
