import { networkProblem, Problem } from "@/problem/problem";
import { readProblem } from "./client";

const endpoint = "/api/v1/uploads";
const sliceBytes = 4 * 1024 * 1024;
const tries = 5;
const version = { "Tus-Resumable": "1.0.0" };

interface UploadProgress {
  sent: number;
  total: number;
}

interface UploadOptions {
  tenant: string;
  file: File;
  onProgress: (progress: UploadProgress) => void;
  signal: AbortSignal;
}

/**
 * Sends a file in slices, in the words of tus, and gives the id of the upload. After a break it
 * goes on where the server is; after a reload too, when the same file is chosen again.
 */
export async function upload({ tenant, file, onProgress, signal }: UploadOptions): Promise<string> {
  const place = `atelier.upload.${tenant}.${file.name}.${file.size}.${file.lastModified}`;
  const known = localStorage.getItem(place);
  let offset = known === null ? null : await offsetOf(tenant, known, signal);
  let id = known;
  if (id === null || offset === null) {
    id = await begin(tenant, file, signal);
    localStorage.setItem(place, id);
    offset = 0;
  }
  let failures = 0;
  while (offset < file.size) {
    onProgress({ sent: offset, total: file.size });
    try {
      offset = await append(tenant, id, file.slice(offset, offset + sliceBytes), offset, signal);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (signal.aborted || failures >= tries || !mayPass(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** failures));
      offset = (await offsetOf(tenant, id, signal)) ?? offset;
    }
  }
  localStorage.removeItem(place);
  onProgress({ sent: file.size, total: file.size });
  return id;
}

/** A refusal stays one; a broken line or a busy server may be better in a moment. */
function mayPass(error: unknown): boolean {
  return (
    error instanceof Problem &&
    [
      "offline",
      "timeout",
      "upload_offset",
      "upload_busy",
      "store_unavailable",
      "blob_interrupted",
    ].includes(error.code)
  );
}

async function begin(tenant: string, file: File, signal: AbortSignal): Promise<string> {
  const metadata = [
    `filename ${base64(file.name)}`,
    ...(file.type === "" ? [] : [`filetype ${base64(file.type)}`]),
  ].join(",");
  const response = await ask(endpoint, "POST", tenant, signal, {
    "Upload-Length": String(file.size),
    "Upload-Metadata": metadata,
  });
  const location = response.headers.get("Location") ?? "";
  return decodeURIComponent(location.slice(location.lastIndexOf("/") + 1));
}

async function append(
  tenant: string,
  id: string,
  slice: Blob,
  offset: number,
  signal: AbortSignal,
): Promise<number> {
  const headers = {
    "Content-Type": "application/offset+octet-stream",
    "Upload-Offset": String(offset),
  };
  const path = `${endpoint}/${encodeURIComponent(id)}`;
  const response = await ask(path, "PATCH", tenant, signal, headers, slice);
  return Number(response.headers.get("Upload-Offset"));
}

/** How much the server has; null where it doesn't know the upload any more. */
async function offsetOf(tenant: string, id: string, signal: AbortSignal): Promise<number | null> {
  const path = `${endpoint}/${encodeURIComponent(id)}`;
  const response = await ask(path, "HEAD", tenant, signal, {}).catch(() => null);
  const offset = response?.headers.get("Upload-Offset");
  return offset === null || offset === undefined ? null : Number(offset);
}

async function ask(
  path: string,
  method: string,
  tenant: string,
  signal: AbortSignal,
  headers: Record<string, string>,
  body: Blob | null = null,
): Promise<Response> {
  const response = await fetch(path, {
    method,
    headers: { ...version, "Atelier-Tenant": tenant, ...headers },
    body,
    signal,
    credentials: "same-origin",
  }).catch(() => null);
  if (response === null) throw networkProblem();
  if (!response.ok) throw await readProblem(response);
  return response;
}

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
