import { beforeEach, describe, expect, it } from "vitest";
import { networkProblem, Problem } from "@/problem/problem";
import { Courier, type Delivery, type Wire } from "./courier";
import type { Held, Shelf } from "./shelf";

/** A shelf that forgets when the test ends. */
function memoryShelf(): Shelf {
  const records = new Map<string, Held>();
  const pieces = new Map<string, ArrayBuffer>();
  const place = (key: string, index: number) => `${key}/${index}`;
  return {
    all: async () => [...records.values()],
    get: async (key) => records.get(key),
    create: async (held) => void records.set(held.key, held),
    patch: async (key, part) => {
      const known = records.get(key);
      if (known) records.set(key, { ...known, ...part });
    },
    add: async (key, _part, index, bytes) => void pieces.set(place(key, index), bytes),
    pieces: async (key) =>
      [...pieces.keys()]
        .filter((name) => name.startsWith(`${key}/`))
        .map((name) => Number(name.split("/")[1])),
    piece: async (key, index) => pieces.get(place(key, index)),
    drop: async (key, index) => void pieces.delete(place(key, index)),
    remove: async (key) => void records.delete(key),
  };
}

const held: Held = {
  key: "k",
  tenant: "t",
  projectId: null,
  startedAt: 0,
  remoteId: null,
  chunks: 2,
  durationMs: 6000,
  stopped: true,
};

describe("Courier", () => {
  let shelf: Shelf;
  let sent: number[];
  let begun: number;
  let finished: string[];
  let news: Delivery[];
  let failing: (index: number) => Problem | null;

  beforeEach(async () => {
    shelf = memoryShelf();
    [sent, begun, finished, news, failing] = [[], 0, [], [], () => null];
    await shelf.create(held);
    await shelf.add("k", {}, 0, new ArrayBuffer(2));
    await shelf.add("k", {}, 1, new ArrayBuffer(2));
  });

  const wire: Wire = {
    begin: async () => {
      begun += 1;
      return "rec_1";
    },
    send: async (_held, _id, index) => {
      const problem = failing(index);
      if (problem) throw problem;
      sent.push(index);
    },
    finish: async (id) => void finished.push(id),
  };
  const bring = async () => {
    await new Promise<void>((resolve) => {
      const courier = new Courier({
        shelf,
        wire,
        wait: async () => undefined,
        report: (delivery) => {
          news.push(delivery);
          if (delivery.delivered !== null || delivery.refused !== null) resolve();
        },
      });
      courier.nudge("k");
    });
  };

  it("brings all pieces in order, ends the recording and forgets it", async () => {
    await bring();
    expect(sent).toEqual([0, 1]);
    expect(finished).toEqual(["rec_1"]);
    expect(await shelf.all()).toEqual([]);
  });

  it("tries again when the line is broken, without beginning twice", async () => {
    let broken = 2;
    failing = (index) => (index === 1 && broken-- > 0 ? networkProblem() : null);
    await bring();
    expect(sent).toEqual([0, 1]);
    expect(begun).toBe(1);
    expect(news.some(({ offline, waiting }) => offline && waiting === 1)).toBe(true);
  });

  it("keeps everything when the server refuses", async () => {
    failing = () => new Problem({ code: "quota_reached", message: "full" });
    await bring();
    expect(finished).toEqual([]);
    expect(await shelf.pieces("k")).toEqual([0, 1]);
    expect(news.at(-1)?.refused?.code).toBe("quota_reached");
  });

  it("goes on with what a reload left behind", async () => {
    await shelf.patch("k", { remoteId: "rec_9" });
    await shelf.drop("k", 0);
    await bring();
    expect(begun).toBe(0);
    expect(sent).toEqual([1]);
    expect(finished).toEqual(["rec_9"]);
  });
});
