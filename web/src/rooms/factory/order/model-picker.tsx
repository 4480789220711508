"use client";

import Link from "next/link";
import { factoryPaths } from "@/routing/factory";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { priceOf } from "../pricing";
import type { Model, Provider } from "../providers/data";
import { canOrder } from "./choice";

interface ModelPickerProps {
  providers: readonly Provider[];
  provider: Provider;
  model: Model;
  onChoose: (provider: string, model: string) => void;
}

/** Who makes the pictures, and with what. */
export function ModelPicker({ providers, provider, model, onChoose }: ModelPickerProps) {
  const families = [...new Set(provider.models.map(({ family }) => family ?? ""))].sort();
  const price = priceOf(model.pricing, provider.isLocal);
  return (
    <div className="grid gap-2">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Field label="Provider">
          {(control) => (
            <Select
              {...control}
              value={provider.id}
              onChange={({ target }) => {
                const next = providers.find(({ id }) => id === target.value);
                const first = next?.models.find(({ isAvailable }) => isAvailable);
                if (next && first) onChoose(next.id, first.modelId);
              }}
            >
              {providers.map((each) => (
                <option key={each.id} value={each.id} disabled={!canOrder(each)}>
                  {each.name}
                  {!each.isEnabled ? " (off)" : each.needsKey && !each.hasKey ? " (no key)" : ""}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Model">
          {(control) => (
            <Select
              {...control}
              value={model.modelId}
              onChange={({ target }) => onChoose(provider.id, target.value)}
            >
              {families.map((family) => (
                <optgroup key={family} label={family || "Others"}>
                  {provider.models
                    .filter((each) => (each.family ?? "") === family)
                    .map((each) => {
                      const asks = priceOf(each.pricing, provider.isLocal);
                      return (
                        <option key={each.id} value={each.modelId} disabled={!each.isAvailable}>
                          {asks === "" ? each.name : `${each.name}, ${asks}`}
                        </option>
                      );
                    })}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft text-xs">
        {model.family && <Badge>{model.family}</Badge>}
        <span className="min-w-0 break-all font-mono text-2xs">{model.modelId}</span>
        {price !== "" && <span>{price}</span>}
        {!model.isAvailable && (
          <span className="text-danger-text">
            This model can’t be ordered now.{" "}
            <Link href={factoryPaths.providers()} className="underline">
              Providers
            </Link>
          </span>
        )}
      </p>
    </div>
  );
}
