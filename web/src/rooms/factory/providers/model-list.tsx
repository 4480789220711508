"use client";

import { useState } from "react";
import { count, moment } from "@/format/time";
import { fuzzyRank } from "@/patterns/fuzzy";
import { Badge } from "@/ui/badge";
import { Input } from "@/ui/input";
import { priceOf } from "../pricing";
import type { Provider } from "./data";

/** Longer lists are searched. */
const atOnce = 50;

/** What a provider offers, and what it asks for it. */
export function ModelList({ provider }: { provider: Provider }) {
  const [query, setQuery] = useState("");
  const { models, isLocal, name } = provider;
  if (models.length === 0) {
    return <p className="text-ink-soft text-sm">No models yet: read them from the provider.</p>;
  }
  const found = fuzzyRank(models, query, (model) => `${model.name} ${model.modelId}`);
  const ready = models.filter(({ isAvailable }) => isAvailable).length;
  return (
    <details className="text-sm">
      <summary className="text-ink-soft">
        {count(models.length, "model")}
        {ready < models.length && `, ${ready} of them available`}
      </summary>
      <div className="mt-2 grid gap-2">
        {models.length > atOnce && (
          <Input
            type="search"
            aria-label={`Search the models of ${name}`}
            placeholder="Search models"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        )}
        <ul aria-label={`Models of ${name}`} className="grid">
          {found.slice(0, atOnce).map((model) => (
            <li
              key={model.id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-line border-b py-1.5 last:border-b-0"
            >
              <span className="font-medium">{model.name}</span>
              <span className="min-w-0 break-all font-mono text-2xs text-ink-faint">
                {model.modelId}
              </span>
              <span className="ml-auto flex items-center gap-2 text-ink-soft text-xs tabular-nums">
                {model.sunsetAt && <span>until {moment(model.sunsetAt)}</span>}
                {priceOf(model.pricing, isLocal) || "price unknown"}
                {!model.isAvailable && <Badge>not available</Badge>}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
