import type { RecordingProgress } from "./data";

/**
 * Whether nothing more happens to a recording by itself: it could not be written down, or it waits
 * for models that the server doesn't have.
 */
export function isStuck({ state, error }: Pick<RecordingProgress, "state" | "error">): boolean {
  return state === "FAILED" || (state === "UPLOADED" && error !== null);
}
