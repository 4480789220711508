/** What a gallery shows, as the address says it. */
export interface Filters {
  search: string;
  provider: string | null;
  model: string | null;
  liked: boolean;
  rating: number | null;
  tags: readonly string[];
  project: string | null;
  order: string | null;
  collection: string | null;
  /** Days, `2026-11-21`; both count. */
  since: string | null;
  until: string | null;
  type: ProductType | null;
  /** Name and value, as they were typed. */
  parameters: readonly (readonly [string, string])[];
}

type ProductType = "IMAGE" | "VIDEO" | "AUDIO";
const types: readonly ProductType[] = ["IMAGE", "VIDEO", "AUDIO"];

/** The filter that the server takes, without what is not asked for. */
export interface AskedFilter {
  search?: string;
  provider?: string;
  model?: string;
  liked?: boolean;
  minRating?: number;
  tags?: string[];
  projectId?: string;
  orderId?: string;
  collectionId?: string;
  createdAfter?: string;
  createdBefore?: string;
  type?: ProductType;
  parameters?: Record<string, string | number | boolean>;
  inBin: boolean;
}

/** The server takes no other names of parameters. */
const isName = /^\w{1,64}$/;

export function filtersOf(query: URLSearchParams): Filters {
  const rating = Number(query.get("rating"));
  return {
    search: query.get("q")?.trim() ?? "",
    provider: query.get("provider") || null,
    model: query.get("model") || null,
    liked: query.get("liked") === "yes",
    rating: Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : null,
    tags: (query.get("tags") ?? "").split(",").filter((tag) => tag !== ""),
    project: query.get("project") || null,
    order: query.get("order") || null,
    collection: query.get("collection") || null,
    since: dayOr(query.get("since")),
    until: dayOr(query.get("until")),
    type: types.find((type) => type.toLowerCase() === query.get("type")) ?? null,
    parameters: [...new URLSearchParams(query.get("with") ?? "")].filter(([name]) =>
      isName.test(name),
    ),
  };
}

function dayOr(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null;
}

/** What to set in the address for some filters; null takes one out. */
export function queryOf(filters: Partial<Filters>): Record<string, string | null> {
  const query: Record<string, string | null> = {};
  const set = (name: string, value: string | null | undefined) => {
    if (value !== undefined) query[name] = value === "" ? null : value;
  };
  set("q", filters.search);
  set("provider", filters.provider);
  set("model", filters.model);
  set("liked", filters.liked === undefined ? undefined : filters.liked ? "yes" : null);
  set("rating", filters.rating === undefined ? undefined : (filters.rating?.toString() ?? null));
  set("tags", filters.tags?.join(","));
  set("project", filters.project);
  set("order", filters.order);
  set("collection", filters.collection);
  set("since", filters.since);
  set("until", filters.until);
  set("type", filters.type === undefined ? undefined : (filters.type?.toLowerCase() ?? null));
  const { parameters } = filters;
  set("with", parameters && new URLSearchParams(parameters.map(([...pair]) => pair)).toString());
  return query;
}

const dayMs = 86_400_000;

export function askedOf(filters: Filters, inBin = false): AskedFilter {
  const { search, provider, model, rating, tags, project, order, collection } = filters;
  const { since, until, type, parameters } = filters;
  return {
    ...(search !== "" && { search }),
    ...(provider !== null && { provider }),
    ...(model !== null && { model }),
    ...(filters.liked && { liked: true }),
    ...(rating !== null && { minRating: rating }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(project !== null && { projectId: project }),
    ...(order !== null && { orderId: order }),
    ...(collection !== null && { collectionId: collection }),
    ...(since !== null && { createdAfter: new Date(Date.parse(since)).toISOString() }),
    ...(until !== null && { createdBefore: new Date(Date.parse(until) + dayMs).toISOString() }),
    ...(type !== null && { type }),
    ...(parameters.length > 0 && {
      parameters: Object.fromEntries(parameters.map(([name, value]) => [name, typed(value)])),
    }),
    inBin,
  };
}

/** Of words and parameters the server counts so many of the latest products by day, and no older ones. */
export const mostCounted = 1_000;

/** Whether there may be older products than those that were counted. */
export function isCutShort(asked: AskedFilter, counted: number): boolean {
  const { search, provider, model, parameters } = asked;
  return (
    counted >= mostCounted && [search, provider, model, parameters].some((one) => one !== undefined)
  );
}

/** Numbers and yes-or-no as what they are: parameters keep their types. */
function typed(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  const number = Number(text);
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text);
  // A long seed would lose its last digits as a number.
  return isNumber && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}

/** `steps=20` as a name and a value; null where it is neither. Names are letters, digits and `_`. */
export function pairOf(text: string): readonly [string, string] | null {
  const at = text.indexOf("=");
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at < 1 || !isName.test(name) || value === "" ? null : [name, value];
}

/** How many filters hold, apart from the search. */
export function numberOf(filters: Filters): number {
  const { liked, tags, parameters, search: _, ...others } = filters;
  return (
    Object.values(others).filter((value) => value !== null).length +
    Number(liked) +
    tags.length +
    parameters.length
  );
}

/** A filter narrowed to a stretch of time, in milliseconds from and until. */
export function within(asked: AskedFilter, from: number, until: number): AskedFilter {
  const after = Math.max(from, Date.parse(asked.createdAfter ?? "") || from);
  const before = Math.min(until, Date.parse(asked.createdBefore ?? "") || until);
  return {
    ...asked,
    createdAfter: new Date(after).toISOString(),
    createdBefore: new Date(before).toISOString(),
  };
}
