import type { Cover } from "./data";

/** The picture that was added last to each piece, by the piece. Pictures come the newest first. */
export function coversOf(pictures: readonly Cover[]): Map<string, Cover> {
  const covers = new Map<string, Cover>();
  for (const picture of pictures) {
    const { projectId, urls } = picture;
    if (projectId === null || covers.has(projectId)) continue;
    // One that could not be opened, or wasn't yet, shows nothing.
    if (urls.medium !== null) covers.set(projectId, picture);
  }
  return covers;
}
