import { networkProblem, Problem } from "@/problem/problem";
import { readProblem } from "./client";

/** What became of a file. */
export interface Imported {
  id: string;
  /** False: the same file was there already. */
  isNew: boolean;
}

export interface Importing {
  tenant: string;
  projectId: string | null;
  /** With commas between. */
  tags: string;
}

/** Files of more bytes are refused by the server. */
export const importableBytes = 256 * 1024 * 1024;

/** Brings a file in that was made elsewhere. Only the old way of asking tells how much of it is sent. */
export function importFile(
  file: File,
  { tenant, projectId, tags }: Importing,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Imported> {
  const asked = new URLSearchParams({ name: file.name });
  if (projectId !== null) asked.set("projectId", projectId);
  if (tags !== "") asked.set("tags", tags);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/factory/import?${asked}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Atelier-Tenant", tenant);
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onerror = () => reject(networkProblem());
    request.onabort = () => reject(new Problem({ code: "cancelled", message: "it was cancelled" }));
    request.onload = () => {
      const { status, responseText } = request;
      const answer = new Response(responseText, { status });
      if (answer.ok) answer.json().then(resolve, () => reject(networkProblem()));
      else readProblem(answer).then(reject, reject);
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
