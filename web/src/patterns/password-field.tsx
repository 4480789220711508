"use client";

import { Eye, EyeOff } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

interface PasswordFieldProps {
  label: string;
  name: string;
  /** `current-password` or `new-password`, so that password managers do the right thing. */
  autoComplete: "current-password" | "new-password";
  error?: string | undefined;
  hint?: ReactNode;
  large?: boolean;
}

export function PasswordField(props: PasswordFieldProps) {
  const { label, name, autoComplete, error, hint, large } = props;
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <Field
      label={label}
      error={error}
      hint={
        capsLock ? (
          <span className="text-caution-text" role="status">
            Caps Lock is on.
          </span>
        ) : (
          hint
        )
      }
    >
      {(control) => (
        <span className="relative">
          <Input
            {...control}
            name={name}
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            large={large}
            withButton
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
            onBlur={() => setCapsLock(false)}
          />
          <Button
            look="ghost"
            size="icon"
            className="absolute top-1/2 right-1 -translate-y-1/2"
            aria-label={shown ? "Hide password" : "Show password"}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff /> : <Eye />}
          </Button>
        </span>
      )}
    </Field>
  );
}
