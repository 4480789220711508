/**
 * A signed address of a file, at the host that the page came from. The server's own store answers
 * at every name the server has, but signs for one, which needn't be the one in the address bar; the
 * page may load from its own alone. A bucket elsewhere keeps its address.
 */
export function onThisHost(address: string | null | undefined): string | undefined {
  if (address === null || address === undefined) return undefined;
  const { pathname, search, searchParams } = new URL(address, window.location.href);
  const own = pathname.startsWith("/blobs/") && searchParams.has("signature");
  return own ? `${pathname}${search}` : address;
}
