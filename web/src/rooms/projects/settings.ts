export type Settings = Readonly<Record<string, unknown>>;

export function asSettings(value: unknown): Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Settings)
    : {};
}

/** A value as it is typed: text bare, everything else as JSON. Text that reads as JSON is quoted. */
export function showValue(value: unknown): string {
  if (typeof value === "string" && parseValue(value) === value) return value;
  return JSON.stringify(value);
}

/** The value that was typed: `12`, `true` and `["a"]` are what they look like, the rest is text. */
export function parseValue(text: string): unknown {
  const trimmed = text.trim();
  if (!/^(-?\d|true$|false$|null$|["[{])/.test(trimmed)) return trimmed;
  try {
    return JSON.parse(trimmed);
  } catch {
    return trimmed;
  }
}

/** With `key` set to `value`, in its place if it was there, else at the end. */
export function withSetting(settings: Settings, key: string, value: unknown): Settings {
  return { ...settings, [key]: value };
}

export function withoutSetting(settings: Settings, key: string): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key));
}

export function showJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** The settings in `text`, or why they can't be read. */
export function parseJson(text: string): { settings: Settings } | { refusal: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.trim() === "" ? "{}" : text);
  } catch (error) {
    return { refusal: error instanceof Error ? `Not JSON: ${error.message}.` : "Not JSON." };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { refusal: 'Settings are an object, such as { "medium": "oil" }.' };
  }
  return { settings: value as Settings };
}
