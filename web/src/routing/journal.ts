/** The addresses of the journal; apart from the others, so that only its pages carry them. */
export const journalPaths = {
  stream: () => "/journal",
  record: () => "/journal?record=1",
  projects: () => "/journal/projects",
  project: (id: string, tab?: string) =>
    `/journal/projects/${encodeURIComponent(id)}${tab === undefined ? "" : `?tab=${tab}`}`,
  inspiration: () => "/journal/inspiration",
  gallery: (asset?: string) =>
    asset === undefined
      ? "/journal/gallery"
      : `/journal/gallery?asset=${encodeURIComponent(asset)}`,
  search: (query?: string) =>
    query === undefined ? "/journal/search" : `/journal/search?q=${encodeURIComponent(query)}`,
  insights: () => "/journal/insights",
  archive: () => "/journal/archive",
  settings: () => "/journal/settings",
} as const;
