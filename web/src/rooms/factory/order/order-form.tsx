"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useSession } from "@/session/session";
import { Segments } from "@/ui/segments";
import { useLookups } from "../lookups/data";
import { namesFor } from "../lookups/resolve";
import type { Provider } from "../providers/data";
import { modelOf } from "./choice";
import { type Notice, usePreview } from "./data";
import { type Draft, parameterPath, promptInput, refusals, type Syntax } from "./draft";
import { fieldsOf } from "./fields";
import { keepDraft } from "./kept";
import { ModelPicker } from "./model-picker";
import { NoticeList } from "./notice-list";
import { Numbers } from "./numbers";
import { Parameters } from "./parameters";
import { PlaceBar, type PlaceBarHandle } from "./place-bar";
import { PreviewPane } from "./preview-pane";
import { PromptBox } from "./prompt-box";

interface OrderFormProps {
  begins: Draft;
  providers: readonly Provider[];
}

const syntaxes: readonly { value: Syntax; label: string }[] = [
  { value: "EXPANDO", label: "[brackets]" },
  { value: "DYNAMIC_PROMPTS", label: "{braces}" },
  { value: "PLAIN", label: "Plain" },
];

export function OrderForm({ begins, providers }: OrderFormProps) {
  const { me } = useSession();
  const [draft, setDraft] = useState(begins);
  const bar = useRef<PlaceBarHandle>(null);
  const patch = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const tenant = me.tenant.id;
  useEffect(() => keepDraft(tenant, draft), [tenant, draft]);

  const choice = modelOf(providers, draft);
  const schema = choice?.model.parameterSchema;
  const capabilities = choice?.model.capabilities;
  const fields = useMemo(() => fieldsOf(schema, capabilities), [schema, capabilities]);
  const whole = {
    ...draft,
    provider: choice?.provider.id ?? draft.provider,
    model: choice?.model.modelId ?? draft.model,
  };
  const refused = refusals(whole, fields);
  const isEmpty = draft.prompt.trim() === "";
  // What is only said when the order is placed doesn't change the preview.
  const unasked = Object.keys(refused).some((name) => name !== "priority" && name !== "budget");
  const input = isEmpty || unasked ? null : promptInput(whole, fields);
  const { preview, problem, isNow } = usePreview(input);
  const { lookups } = useLookups(draft.projectId);
  const known = useMemo(
    () =>
      [...namesFor(lookups ?? [], draft.projectId)].map(([key, { values }]) => ({
        key,
        size: values.length,
      })),
    [lookups, draft.projectId],
  );

  if (choice === null) return null;
  const about = (field: string) => ({
    errors: preview?.errors.filter((notice) => notice.field === field) ?? [],
    warnings: preview?.warnings.filter((notice) => notice.field === field) ?? [],
  });
  const places = new Set(["prompt", "negativePrompt", ...fields.map(({ name }) => name)]);
  const elsewhere = (notices: readonly Notice[] = []) =>
    notices.filter(({ field }) => field === null || !places.has(field));
  const parameters = fields.map((field) => ({
    field,
    text: draft.parameters[field.name] ?? "",
    refusal: refused[parameterPath(field.name)],
    ...about(field.name),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    // A dialog is inside the form for React, but not on the page.
    if (!event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    bar.current?.place();
  };

  return (
    <form
      aria-label="New order"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="scroll-quiet grid min-h-0 flex-1 content-start overflow-y-auto lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:content-stretch lg:overflow-hidden">
        <div className="lg:scroll-quiet grid content-start gap-5 px-4 py-5 md:px-6 lg:overflow-y-auto">
          <ModelPicker
            {...choice}
            providers={providers}
            onChoose={(provider, model) => patch({ provider, model })}
          />
          <div className="grid gap-4">
            <Segments
              label="Syntax"
              value={draft.syntax}
              options={syntaxes}
              onChange={(syntax) => patch({ syntax })}
              className="justify-self-start"
            />
            <PromptBox
              label="Prompt"
              value={draft.prompt}
              onChange={(prompt) => patch({ prompt })}
              syntax={draft.syntax}
              lookups={known}
              {...about("prompt")}
              placeholder={
                draft.syntax === "DYNAMIC_PROMPTS"
                  ? "a {red|blue} fox in __weather__"
                  : draft.syntax === "PLAIN"
                    ? "a red fox in the rain"
                    : "a [red,blue] fox in [weather]"
              }
              rows={4}
            />
            <PromptBox
              label="Negative prompt"
              optional
              value={draft.negativePrompt}
              onChange={(negativePrompt) => patch({ negativePrompt })}
              syntax={draft.syntax}
              lookups={known}
              {...about("negativePrompt")}
              rows={1}
            />
          </div>
          <Parameters
            rows={parameters}
            onChange={(name, text) => patch({ parameters: { ...draft.parameters, [name]: text } })}
          />
          <Numbers draft={draft} refused={refused} onChange={patch} />
        </div>
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          className="lg:scroll-quiet -outline-offset-2 border-line px-4 py-5 max-lg:border-t md:px-6 lg:overflow-y-auto lg:border-l lg:bg-wash/40"
        >
          <NoticeList errors={elsewhere(preview?.errors)} warnings={elsewhere(preview?.warnings)} />
          <PreviewPane preview={preview} problem={problem} isNow={isNow} isEmpty={isEmpty} />
        </div>
      </div>
      <PlaceBar
        ref={bar}
        draft={whole}
        fields={fields}
        input={input}
        preview={preview}
        isNow={isNow}
        refused={Object.keys(refused).length > 0}
        onLimit={(limit) => patch({ limit })}
        onSample={(sample) => patch({ sample })}
      />
    </form>
  );
}
