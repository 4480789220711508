"use client";

import { attempt } from "@/patterns/attempt";
import { Picker } from "@/patterns/picker";
import { useCollectionChanges } from "../collections/data";
import type { BulkChange } from "./bulk";
import { useCollectionChoices, useProjectChoices, useTags } from "./data";

export type Picked = "tag" | "collection" | "project";

interface ProductPickerProps {
  what: Picked;
  onPick: (change: BulkChange, name?: string) => void;
  onClose: () => void;
}

/** Asks which tag, collection or project some products shall have. */
export function ProductPicker({ what, ...props }: ProductPickerProps) {
  if (what === "tag") return <TagPicker {...props} />;
  if (what === "collection") return <CollectionPicker {...props} />;
  return <ProjectPicker {...props} />;
}

type Props = Omit<ProductPickerProps, "what">;

function TagPicker({ onPick, onClose }: Props) {
  const tags = useTags();
  const pick = (name: string) => {
    onClose();
    onPick({ addTag: name });
  };
  return (
    <Picker
      title="Tag"
      placeholder="A tag, or a new one…"
      choices={tags.map(({ id, name, usageCount }) => ({
        id,
        name,
        note: usageCount.toLocaleString("en-GB"),
      }))}
      onPick={({ name }) => pick(name)}
      onCreate={pick}
      onClose={onClose}
    />
  );
}

function CollectionPicker({ onPick, onClose }: Props) {
  const choices = useCollectionChoices();
  const { create } = useCollectionChanges();
  const pick = (id: string, name: string) => {
    onClose();
    onPick({ addToCollection: id }, name);
  };
  return (
    <Picker
      title="Add to a collection"
      placeholder="A collection, or a new one…"
      choices={choices}
      onPick={({ id, name }) => pick(id, name)}
      onCreate={(name) =>
        void attempt("No collection was made", async () => {
          const { id } = await create({ name });
          pick(id, name);
        })
      }
      onClose={onClose}
    />
  );
}

function ProjectPicker({ onPick, onClose }: Props) {
  const projects = useProjectChoices();
  return (
    <Picker
      title="Move to a project"
      placeholder="A project…"
      choices={projects}
      onPick={({ id, name }) => {
        onClose();
        onPick({ moveToProject: id }, name);
      }}
      onClose={onClose}
    />
  );
}
