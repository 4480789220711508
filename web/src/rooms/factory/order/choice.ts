import type { Model, Provider } from "../providers/data";

/** Whether orders can go to a provider at all. */
export function canOrder(provider: Pick<Provider, "isEnabled" | "needsKey" | "hasKey">): boolean {
  return provider.isEnabled && (provider.hasKey || !provider.needsKey);
}

interface Choice {
  provider: Provider;
  model: Model;
}

/** The model that was asked for, also where it can't be ordered now; else the first that can. */
export function modelOf(
  providers: readonly Provider[],
  asked: { provider: string; model: string },
): Choice | null {
  const wanted = providers.find(({ id }) => id === asked.provider);
  const named = wanted?.models.find(({ modelId }) => modelId === asked.model);
  if (wanted && named) return { provider: wanted, model: named };
  for (const provider of providers.filter(canOrder)) {
    const model = provider.models.find(({ isAvailable }) => isAvailable);
    if (model) return { provider, model };
  }
  return null;
}
