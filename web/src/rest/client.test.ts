import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/problem/problem";
import { call } from "./client";

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = body === null ? null : JSON.stringify(body);
  vi.stubGlobal("fetch", async () => new Response(text, { status, headers }));
}

describe("call", () => {
  it("gives the body of an answer", async () => {
    answer(200, { user_id: "usr_1" });
    expect(await call("GET", "/x")).toEqual({ user_id: "usr_1" });
  });

  it("gives nothing for 204", async () => {
    answer(204, null);
    expect(await call("POST", "/x")).toBeUndefined();
  });

  it("throws the problem with its fields and the wait", async () => {
    answer(
      429,
      { code: "too_many_attempts", detail: "slow down", request_id: "req_1" },
      { "Retry-After": "42" },
    );
    const problem = await call("POST", "/x", {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      code: "too_many_attempts",
      requestId: "req_1",
      retryAfterSeconds: 42,
    });
  });

  it("names a proxy's answer that isn't a problem by its status", async () => {
    answer(502, null);
    await expect(call("GET", "/x")).rejects.toMatchObject({ code: "http_502" });
  });

  it("says when the server can't be reached", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("failed");
    });
    await expect(call("GET", "/x")).rejects.toMatchObject({ code: "offline" });
  });
});
