import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { networkProblem, Problem, readFields } from "@/problem/problem";

/** Turns whatever Apollo reports into the one shape that screens know. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const extensions: Record<string, unknown> = { ...first?.extensions };
    return fromRecord(extensions, first?.message ?? "The server answered with an error");
  }
  if (ServerError.is(error)) {
    const body = parse(error.bodyText);
    return fromRecord(
      { code: `http_${error.statusCode}`, ...body },
      typeof body.detail === "string" ? body.detail : "The server answered with an error",
    );
  }
  return networkProblem();
}

function fromRecord(record: Record<string, unknown>, message: string): Problem {
  const requestId = record.requestId ?? record.request_id;
  return new Problem({
    code: typeof record.code === "string" ? record.code : "internal",
    message,
    requestId: typeof requestId === "string" ? requestId : undefined,
    fields: readFields(record.fields),
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
