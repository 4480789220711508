import { save } from "./save";

/** Saves a file without the place where it was taken; false where the server refuses. */
export function saveAsset(tenant: string, id: string, name: string): Promise<boolean> {
  return save(`/api/v1/journal/assets/${encodeURIComponent(id)}/export`, tenant, name);
}
