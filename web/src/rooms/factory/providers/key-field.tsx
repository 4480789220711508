"use client";

import { type FormEvent, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { say } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { explain } from "@/problem/problem";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { Provider } from "./data";

interface KeyFieldProps {
  provider: Provider;
  readOnly: boolean;
  onStore: (key: string) => Promise<void>;
  onRemove: () => Promise<void>;
}

/** A key goes in and never comes out: it is stored, replaced or removed. */
export function KeyField({ provider, readOnly, onStore, onRemove }: KeyFieldProps) {
  const [key, setKey] = useState("");
  const [removing, setRemoving] = useState(false);
  const { hasKey, name } = provider;
  const { submit, busy, problem } = useSubmit(async () => {
    await onStore(key.trim());
    setKey("");
    say(`The key of ${name} is stored`);
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() !== "") void submit();
  };
  if (readOnly) {
    return <p className="text-ink-soft text-sm">{hasKey ? "A key is stored." : "No key."}</p>;
  }
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-start gap-2">
      <Field
        label={`Key of ${name}`}
        hint={hasKey ? "One is stored. A new one takes its place." : undefined}
        error={problem && (problem.field("key") ?? explain(problem))}
        className="min-w-48 flex-1"
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={key}
            placeholder={hasKey ? "••••••••••••" : ""}
            onChange={({ target }) => setKey(target.value)}
          />
        )}
      </Field>
      <div className="flex gap-1 sm:mt-6.5">
        <Button type="submit" disabled={busy || key.trim() === ""}>
          Store
        </Button>
        {hasKey && (
          <Button look="quietDanger" onClick={() => setRemoving(true)}>
            Remove
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove the key of ${name}?`}
        action="Remove the key"
        onConfirm={async () => {
          await attempt("The key wasn’t removed", onRemove);
        }}
      >
        <p>Orders that wait for {name} stay where they are until there is a key again.</p>
      </ConfirmDialog>
    </form>
  );
}
