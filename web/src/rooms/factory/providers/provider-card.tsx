"use client";

import { RefreshCw, Stethoscope } from "lucide-react";
import { useState } from "react";
import { count } from "@/format/time";
import { attempt } from "@/patterns/attempt";
import { say } from "@/patterns/toast";
import { sentence } from "@/problem/problem";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { type Check, type Provider, type ProviderPatch, useProviderChanges } from "./data";
import { KeyField } from "./key-field";
import { LimitsForm } from "./limits-form";
import { ModelList } from "./model-list";

interface ProviderCardProps {
  provider: Provider;
  readOnly: boolean;
}

export function ProviderCard({ provider, readOnly }: ProviderCardProps) {
  const changes = useProviderChanges();
  const [check, setCheck] = useState<Check | null>(null);
  const [busy, setBusy] = useState<"check" | "sync" | null>(null);
  const { name, isEnabled, isLocal, needsKey, hasKey, models } = provider;
  const update = (patch: ProviderPatch, done: string) =>
    attempt(`${name} wasn’t changed`, async () => {
      const result = await changes.update(provider, patch);
      say("done" in result ? done : `Somebody changed ${name} first; look once more`);
    });
  const run = async (what: "check" | "sync", failed: string, act: () => Promise<void>) => {
    setBusy(what);
    await attempt(failed, act);
    setBusy(null);
  };
  const onCheck = () =>
    run("check", `${name} wasn’t tested`, async () => setCheck(await changes.check(provider.id)));
  const onSync = () =>
    run("sync", `The models of ${name} weren’t read`, async () => {
      say(`${name} has ${count(await changes.sync(provider.id), "model")}`);
    });
  return (
    <article
      aria-label={name}
      className="grid content-start gap-4 rounded-lg border border-line bg-sheet p-4 shadow-lift"
    >
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold text-base">{name}</h2>
        {isLocal && <Badge>{provider.apiBaseUrl === null ? "built in" : "your machine"}</Badge>}
        {needsKey && !hasKey && <Badge look="caution">no key</Badge>}
        <label className="flex items-center gap-2 text-ink-soft text-sm">
          <input
            type="checkbox"
            role="switch"
            aria-checked={isEnabled}
            checked={isEnabled}
            disabled={readOnly}
            onChange={({ target }) =>
              void update(
                { isEnabled: target.checked },
                target.checked ? `${name} is on` : `${name} is off`,
              )
            }
            className="relative h-5 w-9 appearance-none rounded-full bg-edge transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-sheet before:transition-transform checked:bg-accent checked:before:translate-x-4 disabled:opacity-60"
          />
          <span className="sr-only">{name}: </span>
          {isEnabled ? "On" : "Off"}
        </label>
      </header>
      {needsKey && (
        <KeyField
          provider={provider}
          readOnly={readOnly}
          onStore={(key) => changes.setKey(provider.id, key)}
          onRemove={() => changes.removeKey(provider.id)}
        />
      )}
      <News provider={provider} />
      <LimitsForm
        key={provider.version}
        provider={provider}
        readOnly={readOnly}
        onSave={(patch) => void update(patch, "Saved")}
      />
      <ModelList provider={provider} />
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-2">
          <Button disabled={busy !== null} onClick={() => void onCheck()}>
            <Stethoscope /> {busy === "check" ? "Testing…" : "Test"}
          </Button>
          <Button disabled={busy !== null} onClick={() => void onSync()}>
            <RefreshCw
              className={cn(busy === "sync" && "animate-spin motion-reduce:animate-none")}
            />
            {models.length === 0 ? "Read models" : "Read models again"}
          </Button>
        </div>
      )}
      <p role="status" className={cn("text-sm", check === null && "hidden")}>
        {check !== null && (
          <span className={check.isOk ? "text-good-text" : "text-danger-text"}>
            {sentence(check.message)} {check.millis.toLocaleString("en-GB")} ms
          </span>
        )}
      </p>
    </article>
  );
}

/** How the server gets to know that something is done, of providers that can say so themselves. */
function News({ provider: { name, sendsNews, hasKey } }: { provider: Provider }) {
  if (sendsNews === null || !hasKey) {
    return null;
  }
  return (
    <p className="text-ink-soft text-sm">
      {sendsNews
        ? `${name} tells when something is done.`
        : `${name} is asked whether something is done. It would tell by itself if this server had a public https address: see server.public_url and factory.webhooks.`}
    </p>
  );
}
