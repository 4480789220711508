import type { Provider, ProviderPatch } from "./data";

/** The form as it is typed; nothing is no limit. */
export interface LimitsDraft {
  apiBaseUrl: string;
  concurrentLimit: string;
  rateLimitRequests: string;
  rateLimitTokens: string;
}

type Limits = Pick<Provider, "apiBaseUrl" | Exclude<keyof LimitsDraft, "apiBaseUrl">>;

const numbers = ["concurrentLimit", "rateLimitRequests", "rateLimitTokens"] as const;
const most = 2 ** 31 - 1;

/** What was changed, and what can't be as it is. */
export function limitsPatch(
  provider: Limits,
  draft: LimitsDraft,
): { patch: ProviderPatch; refused: Partial<Record<keyof LimitsDraft, string>> } {
  const patch: ProviderPatch = {};
  const refused: Partial<Record<keyof LimitsDraft, string>> = {};
  for (const name of numbers) {
    const text = draft[name].trim();
    const value = text === "" ? null : Number(text);
    if (value !== null && (!/^\d+$/.test(text) || value < 1 || value > most)) {
      refused[name] = "A whole number from 1 on, or nothing.";
    }
    if (value !== (provider[name] ?? null)) patch[name] = value;
  }
  const address = draft.apiBaseUrl.trim().replace(/\/+$/, "");
  if (address !== (provider.apiBaseUrl ?? "")) {
    patch.apiBaseUrl = address === "" ? null : address;
    if (address !== "" && !/^https?:\/\/[^\s/]+/.test(address)) {
      refused.apiBaseUrl = "It begins with http:// or https://.";
    }
  }
  return { patch, refused };
}
