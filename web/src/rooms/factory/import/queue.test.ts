import { describe, expect, it } from "vitest";
import { networkProblem, Problem } from "@/problem/problem";
import type { Imported } from "@/rest/factory-import";
import { type Entry, ImportQueue, refusalOf } from "./queue";
import { summaryOf, summaryText } from "./summary";

const how = { tenant: "t", projectId: null, tags: "" };
const picture = (name: string, bytes = 10) =>
  new File([new Uint8Array(bytes)], name, { type: "image/png" });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A server that answers when it is told to. */
function stage() {
  const asked = new Map<
    string,
    { resolve: (one: Imported) => void; reject: (why: Error) => void }
  >();
  const ended: string[] = [];
  const queue = new ImportQueue(
    (file, _, onSent, signal) =>
      new Promise((resolve, reject) => {
        asked.set(file.name, { resolve, reject });
        onSent(file.size / 2);
        signal.addEventListener("abort", () =>
          reject(new Problem({ code: "cancelled", message: "" })),
        );
      }),
    (entries) => void ended.push(summaryText(summaryOf(entries))),
  );
  const states = () => queue.entries().map(({ name, state }) => `${name} ${state}`);
  const answer = async (name: string, isNew = true) => {
    asked.get(name)?.resolve({ id: `prod_${name}`, isNew });
    await settled();
  };
  const refuse = async (name: string, problem: Problem) => {
    asked.get(name)?.reject(problem);
    await settled();
  };
  return { queue, asked, ended, states, answer, refuse };
}

describe("an import", () => {
  it("sends three at a time and tells the new from the known", async () => {
    const { queue, asked, ended, states, answer } = stage();
    queue.add(
      ["a", "b", "c", "d"].map((name) => picture(name)),
      how,
    );
    expect([...asked.keys()]).toEqual(["a", "b", "c"]);
    expect(summaryOf(queue.entries())).toMatchObject({ open: 4, percent: 37 });
    await answer("b", false);
    expect(states()).toEqual(["a sending", "b known", "c sending", "d sending"]);
    for (const name of ["a", "c", "d"]) await answer(name);
    expect(ended).toEqual(["3 imported, already there: 1"]);
    expect(summaryOf(queue.entries()).percent).toBe(100);
  });

  it("keeps what was refused with its reason, and sends again what failed", async () => {
    const { queue, asked, states, answer, refuse } = stage();
    queue.add([picture("a"), picture("b"), new File(["x"], "c", { type: "text/plain" })], how);
    await refuse("a", new Problem({ code: "file_damaged", message: "it is cut off" }));
    await refuse("b", new Problem({ code: "timeout", message: "" }));
    expect(states()).toEqual(["a refused", "b failed", "c refused"]);
    expect(queue.entries()[0]?.reason).toBe("It is cut off.");
    asked.clear();
    queue.retry();
    expect([...asked.keys()]).toEqual(["b"]);
    await answer("b");
    expect(states()).toEqual(["a refused", "b imported", "c refused"]);
    queue.forget(queue.entries()[0]?.key);
    expect(states()).toEqual(["b imported", "c refused"]);
  });

  it("stops where it is cancelled, says so once, and goes on when asked to", async () => {
    const { queue, ended, states, answer } = stage();
    queue.add(
      ["a", "b", "c", "d"].map((name) => picture(name)),
      how,
    );
    await answer("a");
    queue.cancel();
    await settled();
    expect(states()).toEqual(["a imported", "b cancelled", "c cancelled", "d cancelled"]);
    expect(ended).toEqual(["1 imported, not imported: 3"]);
    const second = queue.entries()[1] as Entry;
    queue.retry(second.key);
    await answer("b");
    expect(states()[1]).toBe("b imported");
  });

  it("doesn't try each of a hundred where nobody answers", async () => {
    const { queue, asked, refuse } = stage();
    queue.add(
      Array.from({ length: 100 }, (_, at) => picture(`${at}`)),
      how,
    );
    for (const name of ["0", "1", "2"]) await refuse(name, networkProblem());
    expect(asked.size).toBe(3);
    expect(summaryOf(queue.entries())).toMatchObject({ open: 0, lost: 100 });
  });
});

it.each([
  [{ type: "image/png", size: 1 }, null],
  [{ type: "", size: 1 }, null],
  [{ type: "audio/mpeg", size: 0 }, "The file is empty."],
  [{ type: "application/json", size: 1 }, "It is no picture, film or sound."],
  [{ type: "video/mp4", size: 300 * 1024 * 1024 }, "It has more than 256 MB."],
])("of %j it says %j", (file, said) => expect(refusalOf(file)).toBe(said));
