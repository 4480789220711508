import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { describe, expect, it } from "vitest";
import { Problem } from "@/problem/problem";
import { toProblem } from "./to-problem";

describe("toProblem", () => {
  it("reads code, request id and fields of a GraphQL error", () => {
    const error = new CombinedGraphQLErrors({
      errors: [
        {
          message: "invalid input",
          extensions: {
            code: "invalid_input",
            requestId: "req_1",
            fields: [{ path: "input.name", code: "empty", message: "name is empty" }],
          },
        },
      ],
    });
    const problem = toProblem(error);
    expect(problem).toMatchObject({ code: "invalid_input", requestId: "req_1" });
    expect(problem.field("name")).toBe("Name is empty.");
  });

  it("reads a problem body that came with an HTTP status", () => {
    const bodyText = '{"code":"session_expired","detail":"sign in again","request_id":"req_2"}';
    const error = new ServerError("401", {
      response: new Response(null, { status: 401 }),
      bodyText,
    });
    expect(toProblem(error)).toMatchObject({ code: "session_expired", requestId: "req_2" });
  });

  it("names a body that isn't ours by its status", () => {
    const error = new ServerError("502", {
      response: new Response(null, { status: 502 }),
      bodyText: "<html>",
    });
    expect(toProblem(error).code).toBe("http_502");
  });

  it("takes anything else for a network that isn't there", () => {
    expect(toProblem(new TypeError("Failed to fetch")).code).toBe("offline");
  });

  it("leaves a problem alone", () => {
    const problem = new Problem({ code: "x", message: "y" });
    expect(toProblem(problem)).toBe(problem);
  });
});
