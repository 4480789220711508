"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { rebase } from "@/patterns/merge";
import { say } from "@/patterns/toast";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { type Milestone, type MilestonePatch, useMilestoneChanges, useMilestones } from "./data";
import { MilestoneItem } from "./milestone-item";
import { moved } from "./order";
import { Timeline } from "./timeline";

interface MilestonesTabProps {
  projectId: string;
  deadline: string | null;
}

export function MilestonesTab({ projectId, deadline }: MilestonesTabProps) {
  const { can } = useSession();
  const { milestones, problem, retry } = useMilestones(projectId);
  const { create, update, remove } = useMilestoneChanges(projectId);
  const [dragged, setDragged] = useState<number | null>(null);
  const [deleting, setDeleting] = useState<Milestone | null>(null);
  const readOnly = !can("milestone.edit");

  const edit = (milestone: Milestone, patch: MilestonePatch) =>
    attempt("The milestone wasn’t changed", async () => {
      const result = await update(milestone, patch);
      if ("done" in result) return;
      const { rest, clashes } = rebase<Milestone, Partial<Milestone>>(
        milestone,
        patch as Partial<Milestone>,
        result.theirs,
      );
      if (clashes.length > 0) return say("Somebody changed the same first; look once more");
      if (Object.keys(rest).length > 0) await update(result.theirs, rest as MilestonePatch);
    });
  const move = (from: number, to: number) =>
    attempt("The milestones weren’t moved", async () => {
      const steps = moved(milestones ?? [], from, to);
      if (steps.length === 0) return say("Only milestones of the same day change places");
      await Promise.all(steps.map(({ milestone, position }) => update(milestone, { position })));
    });

  if (problem !== undefined)
    return <ErrorState what="The milestones didn’t load" problem={problem} retry={retry} />;
  if (milestones === undefined)
    return (
      <Delayed>
        <Skeleton className="m-8 h-3.5 w-1/2" />
      </Delayed>
    );
  return (
    <div className="mx-auto grid max-w-4xl gap-6 px-4 py-6 md:px-8">
      <Timeline milestones={milestones} deadline={deadline} />
      {milestones.length === 0 && (
        <EmptyState title="No milestones yet">
          <p>
            A milestone is a step that somebody can see is done: the sketch approved, the panels
            primed, the last varnish dry. Give it a day and what must be true by then.
          </p>
        </EmptyState>
      )}
      <ol aria-label="Milestones" className="grid gap-2">
        {milestones.map((milestone, index) => (
          <MilestoneItem
            key={milestone.id}
            milestone={milestone}
            readOnly={readOnly}
            onEdit={(patch) => void edit(milestone, patch)}
            ways={{
              up: index > 0 && milestones[index - 1]?.due === milestone.due,
              down: milestones[index + 1]?.due === milestone.due,
            }}
            onMove={(step) => void move(index, index + step)}
            onRemove={() => setDeleting(milestone)}
            onDragStart={() => setDragged(index)}
            onDrop={() => {
              if (dragged !== null && dragged !== index) void move(dragged, index);
              setDragged(null);
            }}
          />
        ))}
      </ol>
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => !open && setDeleting(null)}
        title="Delete the milestone?"
        action="Delete"
        onConfirm={async () => {
          if (deleting !== null) await remove(deleting);
        }}
      >
        <p>“{deleting?.name}” and what must be true by then are gone for good.</p>
      </ConfirmDialog>
      {!readOnly && (
        <NewMilestone
          onCreate={(name, due) =>
            attempt("The milestone wasn’t added", () =>
              create({ name, due, position: milestones.length }),
            )
          }
        />
      )}
    </div>
  );
}

function NewMilestone({
  onCreate,
}: {
  onCreate: (name: string, due: string | null) => Promise<boolean>;
}) {
  const [name, setName] = useState("");
  const [due, setDue] = useState("");
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    void onCreate(name.trim(), due || null).then((made) => made && setName(""));
  };
  return (
    <form onSubmit={onSubmit} aria-label="New milestone" className="flex flex-wrap gap-2">
      <Input
        aria-label="Name of the milestone"
        placeholder="What is done then"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        className="min-w-48 flex-1"
      />
      <Input
        aria-label="Due"
        type="date"
        value={due}
        onChange={(event) => setDue(event.target.value)}
        className="max-w-40"
      />
      <Button type="submit" disabled={name.trim() === ""}>
        <Plus /> Add
      </Button>
    </form>
  );
}
