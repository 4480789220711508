/** What is selected, and where a range that is drawn with Shift begins. */
export interface Selection {
  ids: ReadonlySet<string>;
  from: string | null;
}

export const nothing: Selection = { ids: new Set(), from: null };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, from: id };
}

/** With all of a range, which has just been drawn from where the selection begins. */
export function extended({ ids, from }: Selection, range: readonly string[]): Selection {
  return { ids: new Set([...ids, ...range]), from };
}

/** All of a day, or none of it where all are selected already. */
export function withDay({ ids }: Selection, day: readonly string[]): Selection {
  const next = new Set(ids);
  const all = day.every((id) => ids.has(id));
  for (const id of day) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return { ids: next, from: day[0] ?? null };
}

/** Without what isn't there any more. */
export function without({ ids, from }: Selection, gone: ReadonlySet<string>): Selection {
  const next = new Set([...ids].filter((id) => !gone.has(id)));
  return { ids: next, from: from !== null && gone.has(from) ? null : from };
}

/** What a click means, by the keys that are held. */
export function clickMeans(
  held: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
  { ids, from }: Selection,
): "open" | "toggle" | "range" {
  if (held.shiftKey && from !== null) return "range";
  if (held.shiftKey || held.ctrlKey || held.metaKey || ids.size > 0) return "toggle";
  return "open";
}
