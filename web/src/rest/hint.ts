const key = "atelier.signed-in";

/**
 * Whether this browser was signed in when last heard of. The session itself is a cookie that
 * scripts can't see; this only saves asking the server about people who surely have none.
 */
export function wasSignedIn(): boolean {
  return localStorage.getItem(key) !== null;
}

export function noteSignedIn(signedIn: boolean) {
  if (signedIn) localStorage.setItem(key, "yes");
  else localStorage.removeItem(key);
}
