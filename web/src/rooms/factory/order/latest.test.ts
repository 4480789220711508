import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Latest } from "./latest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const answers = new Map<string, { give: (text: string) => void; refuse: (why: Error) => void }>();
  const signals = new Map<string, AbortSignal>();
  const told: string[] = [];
  const failed: unknown[] = [];
  const latest = new Latest<string, string>(
    250,
    (question, signal) =>
      new Promise((give, refuse) => {
        answers.set(question, { give, refuse });
        signals.set(question, signal);
      }),
    (answer) => told.push(answer),
    (reason) => failed.push(reason),
  );
  return { latest, answers, signals, told, failed };
}

describe("Latest", () => {
  it("asks once for what is typed in one go", async () => {
    const { latest, answers } = setUp();
    for (const text of ["a", "ab", "abc"]) {
      latest.put(text);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(250);
    expect([...answers.keys()]).toEqual(["abc"]);
  });

  it("tells the latest answer, in whatever order they come", async () => {
    const { latest, answers, signals, told } = setUp();
    latest.put("old");
    await vi.advanceTimersByTimeAsync(250);
    latest.put("new");
    await vi.advanceTimersByTimeAsync(250);
    expect(signals.get("old")?.aborted).toBe(true);
    answers.get("new")?.give("new answer");
    answers.get("old")?.give("old answer");
    await vi.runAllTimersAsync();
    expect(told).toEqual(["new answer"]);
  });

  it("tells of a failure, but not of one that nobody waits for", async () => {
    const { latest, answers, failed } = setUp();
    latest.put("first");
    await vi.advanceTimersByTimeAsync(250);
    latest.put("second");
    await vi.advanceTimersByTimeAsync(250);
    answers.get("first")?.refuse(new Error("aborted"));
    answers.get("second")?.refuse(new Error("offline"));
    await vi.runAllTimersAsync();
    expect(failed).toEqual([new Error("offline")]);
  });

  it("asks nothing after it was stopped", async () => {
    const { latest, answers } = setUp();
    latest.put("a");
    latest.stop();
    await vi.runAllTimersAsync();
    expect(answers.size).toBe(0);
  });
});
