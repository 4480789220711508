/** One input that the server refused: `path` is the field's name in the request. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** What went wrong, in one shape for REST, GraphQL and a network that isn't there. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: string;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** How long the server asks us to wait, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(init: {
    code: string;
    message: string;
    requestId?: string | undefined;
    fields?: readonly FieldProblem[] | undefined;
    retryAfterSeconds?: number | undefined;
  }) {
    super(init.message);
    this.code = init.code;
    this.requestId = init.requestId;
    this.fields = init.fields ?? [];
    this.retryAfterSeconds = init.retryAfterSeconds;
  }

  field(path: string): string | undefined {
    return this.fields.find((field) => field.path === path || field.path.endsWith(`.${path}`))
      ?.message;
  }
}

/** Codes that mean: this browser is not signed in (any more). */
export function endsSession(code: string): boolean {
  return code === "unauthenticated" || code === "session_expired";
}

export function networkProblem(): Problem {
  return new Problem({
    code: "offline",
    message: "The server can't be reached. Check that it runs and that you are connected.",
  });
}

/** `fields` of a problem body, with anything that isn't one dropped. */
export function readFields(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { path, code, message } = entry as Record<string, unknown>;
    return typeof path === "string" && typeof message === "string"
      ? [{ path, code: typeof code === "string" ? code : "invalid", message: sentence(message) }]
      : [];
  });
}

/** Server messages are lower case without a full stop; people read sentences. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return trimmed;
  const opened = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(opened) ? opened : `${opened}.`;
}

const known: Readonly<Record<string, string>> = {
  wrong_credentials: "That email or username and password don't belong together.",
  too_many_attempts: "Too many attempts from here.",
  email_taken: "An account with this email exists already.",
  username_taken: "This username is taken.",
  sign_up_closed: "This studio doesn't take new accounts. Ask its owner to add you.",
  weak_password: "This password is too easy to guess.",
  forbidden: "Your role here doesn't allow that.",
  last_owner: "An organisation needs at least one owner. Make somebody else an owner first.",
  user_not_found: "Nobody here has that email or username. Ask them to sign up first.",
  already_member: "They are a member already.",
  project_not_archived: "Only an archived project can be deleted.",
  store_full: "The server's disk is full. Nothing was changed.",
  store_unavailable: "The server can't reach its store. Nothing was changed.",
  timeout: "The server took too long to answer.",
};

/** The sentence a person should read for `problem`. */
export function explain(problem: Problem): string {
  return known[problem.code] ?? sentence(problem.message);
}
