/** What the server left behind the `#` when it sent the browser to the sign-in page. */
export type Arrival =
  | { kind: "second-step"; token: string; returnTo: string | null }
  | { kind: "link"; token: string; returnTo: string | null }
  | { kind: "problem"; code: string };

export function readArrival(hash: string): Arrival | null {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  for (const kind of ["second-step", "link"] as const) {
    const token = values.get(kind);
    if (token !== null) return { kind, token, returnTo: values.get("return_to") };
  }
  const code = values.get("problem");
  return code === null ? null : { kind: "problem", code };
}

const known: Readonly<Record<string, string>> = {
  issuer_refused: "The sign-in didn't work out there, or took too long. Try it again.",
  issuer_unreachable: "That service can't be reached right now. Try again later.",
  issuer_not_found: "This server doesn't know that way to sign in.",
  email_not_verified: "Your email isn't confirmed there yet. Confirm it, then try again.",
  domain_not_allowed: "Accounts with an email of this domain can't sign in here.",
  sign_up_closed: "This studio doesn't take new accounts. Ask its owner to add you.",
};

/** The sentence for a problem that came with a redirect. */
export function explainArrival(code: string): string {
  return known[code] ?? "That didn't work. Try it again.";
}
