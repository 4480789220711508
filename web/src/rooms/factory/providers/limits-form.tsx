"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { Provider, ProviderPatch } from "./data";
import { type LimitsDraft, limitsPatch } from "./limits";

interface LimitsFormProps {
  provider: Provider;
  readOnly: boolean;
  onSave: (patch: ProviderPatch) => void;
}

const shown = (limit: number | null | undefined) => (typeof limit === "number" ? `${limit}` : "");

/** Where a provider is and how much may be asked of it at a time. */
export function LimitsForm({ provider, readOnly, onSave }: LimitsFormProps) {
  const [draft, setDraft] = useState<LimitsDraft>({
    apiBaseUrl: provider.apiBaseUrl ?? "",
    concurrentLimit: shown(provider.concurrentLimit),
    rateLimitRequests: shown(provider.rateLimitRequests),
    rateLimitTokens: shown(provider.rateLimitTokens),
  });
  const { patch, refused } = limitsPatch(provider, draft);
  const changed = Object.keys(patch).length > 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (changed && Object.keys(refused).length === 0) onSave(patch);
  };
  const line = (name: keyof LimitsDraft, label: string, hint: string) => (
    <Field label={label} hint={hint} error={refused[name]}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          placeholder="No limit"
          value={draft[name]}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
          className="tabular-nums"
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={onSubmit} aria-label={`Limits of ${provider.name}`}>
      <fieldset disabled={readOnly} className="grid gap-3">
        {provider.apiBaseUrl !== null && (
          <Field
            label="Address"
            error={refused.apiBaseUrl}
            hint={provider.isLocal ? "Where the program listens." : undefined}
          >
            {(control) => (
              <Input
                {...control}
                type="url"
                autoComplete="off"
                spellCheck={false}
                value={draft.apiBaseUrl}
                onChange={({ target }) => setDraft({ ...draft, apiBaseUrl: target.value })}
                className="font-mono"
              />
            )}
          </Field>
        )}
        <div className="grid grid-cols-3 items-start gap-3">
          {line("concurrentLimit", "At a time", "Requests")}
          {line("rateLimitRequests", "Requests", "A minute")}
          {line("rateLimitTokens", "Tokens", "A minute")}
        </div>
        {changed && (
          <Button type="submit" className="justify-self-start">
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
}
