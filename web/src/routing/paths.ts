/** Every address of the interface. Nothing else spells a URL. */
export const paths = {
  home: () => "/",
  signIn: (next?: string) => withNext("/sign-in", next),
  signUp: (next?: string) => withNext("/sign-up", next),
  forgotPassword: () => "/forgot-password",
  projects: (view?: { state?: "archived"; owner?: "me" }) => {
    const query = new URLSearchParams(view).toString();
    return query === "" ? "/projects" : `/projects?${query}`;
  },
  project: (id: string) => `/projects/${encodeURIComponent(id)}`,
  journal: () => "/journal",
  factory: () => "/factory",
  profile: () => "/settings/profile",
  members: () => "/settings/members",
  audit: () => "/settings/audit",
  apiKeys: () => "/settings/api-keys",
  security: () => "/settings/security",
} as const;

function withNext(path: string, next: string | undefined): string {
  return next === undefined || next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/**
 * Where to go after signing in. `next` comes from the address bar, so only a path of this
 * origin is taken: a link must not be able to send people elsewhere with our page in between.
 */
export function safeNext(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/.test(next) || hasControlCharacter(next)) {
    return paths.projects();
  }
  return /^\/sign-(in|up)\b/.test(next) ? paths.projects() : next;
}

/** Browsers drop tabs and line feeds inside URLs, which would turn `/\t/x` into `//x`. */
function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < " ");
}
