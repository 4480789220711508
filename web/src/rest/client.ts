import { networkProblem, Problem, readFields } from "@/problem/problem";

/** Calls a REST path of the API; a refusal is thrown as a `Problem`. */
export async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch {
    throw networkProblem();
  }
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** What a refusal says. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const record = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (key: string) => (typeof record[key] === "string" ? record[key] : undefined);
  return new Problem({
    code: text("code") ?? `http_${response.status}`,
    message: text("detail") ?? text("title") ?? "The server answered with an error",
    requestId: text("request_id"),
    fields: readFields(record.fields),
    retryAfterSeconds: retryAfter(response.headers.get("Retry-After")),
  });
}

function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
