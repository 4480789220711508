import { describe, expect, it } from "vitest";
import { grouped, isNewer, type Job, percent, sizeOf, titleOf } from "./grouping";

function job(
  id: string,
  state: Job["state"],
  second = 0,
  progress: [number, number] | null = null,
): Job {
  const at = `2026-11-21T09:00:0${second}.000Z`;
  return {
    __typename: "Job",
    id,
    kind: "tenant.export",
    state,
    attempts: 1,
    maxAttempts: 3,
    progress: progress && { done: progress[0], total: progress[1], message: "" },
    error: null,
    stopping: false,
    createdAt: at,
    finishedAt: null,
    updatedAt: at,
    file: null,
  };
}

describe("grouped", () => {
  it("puts what runs first and the latest before the rest", () => {
    const jobs = [
      job("a", "SUCCEEDED"),
      job("b", "RUNNING"),
      job("c", "CANCELLED", 2),
      job("d", "FAILED"),
    ];
    const names = grouped(jobs).map(({ name, jobs }) => [name, jobs.map(({ id }) => id)]);
    expect(names).toEqual([
      ["Running", ["b"]],
      ["Failed", ["d"]],
      ["Recent", ["c", "a"]],
    ]);
  });
});

describe("isNewer", () => {
  it("lets no old answer undo news", () => {
    expect(isNewer(job("a", "RUNNING", 1), job("a", "SUCCEEDED", 2))).toBe(false);
    expect(isNewer(job("a", "SUCCEEDED", 2), job("a", "RUNNING", 1))).toBe(true);
    expect(isNewer(job("a", "QUEUED"), undefined)).toBe(true);
  });
});

describe("percent", () => {
  it("knows nothing before a job says, and never more than all", () => {
    expect(percent(job("a", "RUNNING"))).toBeUndefined();
    expect(percent(job("a", "RUNNING", 0, [1, 0]))).toBeUndefined();
    expect(percent(job("a", "RUNNING", 0, [1, 3]))).toBe(33);
    expect(percent(job("a", "RUNNING", 0, [9, 3]))).toBe(100);
  });
});

it("words are for people", () => {
  expect(titleOf("tenant.export")).toBe("Export of everything");
  expect(titleOf("model.train_again")).toBe("Model train again");
  expect([1, 999, 1000, 2_400_000].map(sizeOf)).toEqual(["1 B", "999 B", "1 KB", "2 MB"]);
});
