import { networkProblem } from "@/problem/problem";
import { readProblem } from "./client";

/** Sends one piece of a recording. It may be sent again: its index says which it is. */
export async function sendChunk(
  tenant: string,
  recording: string,
  index: number,
  bytes: ArrayBuffer,
): Promise<void> {
  const path = `/api/v1/recordings/${encodeURIComponent(recording)}/chunks/${index}`;
  const response = await fetch(path, {
    method: "PUT",
    headers: { "Content-Type": "application/octet-stream", "Atelier-Tenant": tenant },
    body: bytes,
    credentials: "same-origin",
  }).catch(() => null);
  if (response === null) throw networkProblem();
  if (!response.ok) throw await readProblem(response);
}
