import { beforeEach, expect, it } from "vitest";
import { empty } from "./draft";
import { keepDraft, keptDraft } from "./kept";

beforeEach(() => sessionStorage.clear());

it("gives back what was kept, in its tenant only", () => {
  keepDraft("a", { ...empty, prompt: "a fox", limit: 5000 });
  expect(keptDraft("a")).toEqual({ ...empty, prompt: "a fox" });
  expect(keptDraft("b")).toBeNull();
});

it("fills in what an older version didn't keep, and bears nonsense", () => {
  sessionStorage.setItem("atelier.factory.draft.a", '{"prompt":"old"}');
  expect(keptDraft("a")).toEqual({ ...empty, prompt: "old" });
  sessionStorage.setItem("atelier.factory.draft.a", "{");
  expect(keptDraft("a")).toBeNull();
});
