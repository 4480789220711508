import { describe, expect, it } from "vitest";
import { type BriefDraft, inputOf, mergeBrief, settleBrief } from "./draft";

const panel = (quantity: number) => ({ name: "Panel", quantity, format: "60 × 80 cm", due: null });
const base: BriefDraft = {
  requirements: ["Three panels", "Matte"],
  deliverables: [panel(3)],
  notes: "For the lobby",
};

describe("mergeBrief", () => {
  it("keeps what each of two people added", () => {
    const mine = { ...base, requirements: [...base.requirements, "Signed"] };
    const theirs = { ...base, requirements: ["Three panels", "Framed"], notes: "For the hall" };
    expect(mergeBrief(base, mine, theirs)).toEqual({
      merged: {
        requirements: ["Three panels", "Signed", "Framed"],
        deliverables: [panel(3)],
        notes: "For the hall",
      },
      clashes: [],
    });
  });
  it("asks about notes that both rewrote", () => {
    const merge = mergeBrief(base, { ...base, notes: "mine" }, { ...base, notes: "theirs" });
    expect(merge.clashes).toEqual([{ field: "notes", mine: "mine", theirs: "theirs" }]);
    expect(settleBrief(merge, new Set()).notes).toBe("theirs");
    expect(settleBrief(merge, new Set(["notes"])).notes).toBe("mine");
    expect(settleBrief(merge, new Set(), new Set(["notes"])).notes).toBe("mine\n\ntheirs");
  });
  it("asks about a deliverable that both changed", () => {
    const merge = mergeBrief(
      base,
      { ...base, deliverables: [panel(4)] },
      { ...base, deliverables: [panel(5)] },
    );
    expect(merge.clashes.map(({ field }) => field)).toEqual(["Panel"]);
    expect(settleBrief(merge, new Set(["Panel"])).deliverables).toEqual([panel(4)]);
    expect(settleBrief(merge, new Set()).deliverables).toEqual([panel(5)]);
  });
});

describe("inputOf", () => {
  it("leaves out rows that are empty", () => {
    const draft = {
      ...base,
      requirements: ["a", " "],
      deliverables: [...base.deliverables, { ...panel(1), name: " " }],
    };
    const input = inputOf(draft, "why");
    expect(input.requirements).toEqual(["a"]);
    expect(input.deliverables).toHaveLength(1);
    expect(input.message).toBe("why");
  });
});
