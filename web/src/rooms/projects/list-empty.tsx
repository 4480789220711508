import { Plus } from "lucide-react";
import { EmptyState } from "@/patterns/empty-state";
import { useSession } from "@/session/session";
import { caps } from "@/shortcuts/match";
import { useIsMac } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import type { useView } from "./use-view";

interface EmptyProps {
  view: ReturnType<typeof useView>;
  /** Null for who may not create. */
  onCreate: (() => void) | null;
}

export function ProjectListEmpty({ view, onCreate }: EmptyProps) {
  const { me } = useSession();
  const mac = useIsMac();
  if (view.filter !== "") {
    return (
      <EmptyState
        title="Nothing by that name"
        actions={<Button onClick={() => view.setFilter("")}>Clear the filter</Button>}
      >
        <p>
          No {view.archived ? "archived" : "active"} project has “{view.filter}” in its name or
          type.
        </p>
      </EmptyState>
    );
  }
  if (view.archived) {
    return (
      <EmptyState
        title="The archive is empty"
        actions={<Button onClick={() => view.setArchived(false)}>Back to active projects</Button>}
      >
        <p>
          Finished work rests here, out of the way and unchanged. Press <Kbd caps={["E"]} /> on a
          project to archive it, and again to bring it back.
        </p>
      </EmptyState>
    );
  }
  if (view.mine) {
    return (
      <EmptyState
        title="None of these are yours yet"
        actions={<Button onClick={() => view.setMine(false)}>Show everyone’s</Button>}
      >
        <p>You own the projects that you create in {me.tenant.name}.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="A blank canvas"
      art={<BlankCanvas />}
      actions={
        onCreate !== null && (
          <Button look="solid" size="lg" onClick={onCreate}>
            <Plus />
            Create the first project
          </Button>
        )
      }
    >
      <p>
        A project holds everything about one piece of work: a painting, a series, a commission, a
        dataset. Every room of Atelier hangs its records on it.
      </p>
      {onCreate === null ? (
        <p>You look around here as a viewer. Members and owners create projects.</p>
      ) : (
        <p>
          Press <Kbd caps={["C"]} /> anywhere to create one, and <Kbd caps={caps("mod+k", mac)} />{" "}
          to find it again.
        </p>
      )}
    </EmptyState>
  );
}

/** A stretched canvas, leaning on the wall with its first wash of paint. */
function BlankCanvas() {
  return (
    <svg aria-hidden viewBox="0 0 96 80" className="mb-2 h-20 w-24">
      <path d="M14 70h72" stroke="var(--line-strong)" strokeWidth="1.5" />
      <path d="M24 10h46l4 60H20z" fill="var(--sheet)" stroke="var(--edge)" strokeWidth="1.5" />
      <path
        d="M28 46c10-8 18 4 28-3s10-5 12-5l1.5 27h-44z"
        fill="var(--ultramarine)"
        opacity=".85"
      />
      <circle cx="58" cy="26" r="6" fill="var(--ochre)" />
    </svg>
  );
}
