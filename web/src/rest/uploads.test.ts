import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { upload } from "./uploads";

/** A server that takes bytes, and refuses to at the slices named in `breaks`. */
function server(breaks: number[] = []) {
  let held = 0;
  let slices = 0;
  const begun: string[] = [];
  const answer = async (_path: string, init: RequestInit) => {
    const headers = { "Upload-Offset": String(held) };
    if (init.method === "POST") {
      begun.push(new Headers(init.headers).get("Upload-Metadata") ?? "");
      return new Response(null, { status: 201, headers: { Location: "/api/v1/uploads/up_1" } });
    }
    if (init.method === "HEAD") return new Response(null, { status: 200, headers });
    slices += 1;
    if (breaks.includes(slices)) throw new TypeError("the line broke");
    if (Number(new Headers(init.headers).get("Upload-Offset")) !== held) {
      return Response.json({ code: "upload_offset" }, { status: 409 });
    }
    held += (init.body as Blob).size;
    return new Response(null, { status: 204, headers: { "Upload-Offset": String(held) } });
  };
  vi.stubGlobal("fetch", vi.fn(answer));
  return { begun, held: () => held };
}

const file = new File([new Uint8Array(9 * 1024 * 1024)], "hafen ü.jpg", {
  type: "image/jpeg",
  lastModified: 1,
});
const options = () => ({
  tenant: "t",
  file,
  onProgress: vi.fn(),
  signal: new AbortController().signal,
});

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("setTimeout", (act: () => void) => queueMicrotask(act));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("upload", () => {
  it("sends all slices and says how far it is", async () => {
    const { begun, held } = server();
    const given = options();
    expect(await upload(given)).toBe("up_1");
    expect(held()).toBe(file.size);
    expect(given.onProgress).toHaveBeenLastCalledWith({ sent: file.size, total: file.size });
    expect(begun[0]).toContain(`filename ${Buffer.from("hafen ü.jpg").toString("base64")}`);
  });
  it("goes on after the line broke", async () => {
    const { held, begun } = server([2]);
    await upload(options());
    expect(held()).toBe(file.size);
    expect(begun).toHaveLength(1);
  });
  it("goes on with an upload that was begun before a reload", async () => {
    const { held, begun } = server();
    localStorage.setItem(`atelier.upload.t.${file.name}.${file.size}.1`, "up_1");
    await upload(options());
    expect(held()).toBe(file.size);
    expect(begun).toHaveLength(0);
  });
  it("gives up when the line stays broken", async () => {
    server([1, 2, 3, 4, 5]);
    await expect(upload(options())).rejects.toMatchObject({ code: "offline" });
  });
});
