"use client";

import { useState } from "react";
import { EmptyState } from "@/patterns/empty-state";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { ButtonLink } from "@/ui/button-link";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { FactoryFrame } from "../frame";
import { useProjectChoices } from "../order/data";
import { DropArea } from "./drop-area";
import { FileLists } from "./file-lists";
import { useImports } from "./imports";
import { Progression } from "./progression";

/** Brings in what was made elsewhere: files and folders, with what became of each. */
export function Import() {
  const { can } = useSession();
  const { queue, entries, tenant } = useImports();
  const projects = useProjectChoices();
  const [projectId, setProjectId] = useState<string | null>(null);
  const [tags, setTags] = useState("");
  return (
    <FactoryFrame
      title="Import"
      actions={
        <ButtonLink look="ghost" href={factoryPaths.gallery()}>
          Gallery
        </ButtonLink>
      }
    >
      {!can("product.import") ? (
        <EmptyState title="Look, but don’t bring">
          <p>Your role here doesn’t allow bringing files in. An owner can change that.</p>
        </EmptyState>
      ) : (
        <div className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 px-4 py-5 md:px-6">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Project" optional hint="The same file is kept once for a project.">
              {(control) => (
                <Select
                  {...control}
                  value={projectId ?? ""}
                  onChange={({ target }) => setProjectId(target.value || null)}
                >
                  <option value="">None</option>
                  {projects.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              label="Tags"
              optional
              hint="With commas between, for the files that you add next."
            >
              {(control) => (
                <Input
                  {...control}
                  value={tags}
                  maxLength={500}
                  onChange={({ target }) => setTags(target.value)}
                />
              )}
            </Field>
          </div>
          <DropArea onFiles={(files) => queue.add(files, { tenant, projectId, tags })} />
          {entries.length > 0 && <Progression queue={queue} entries={entries} />}
          <FileLists queue={queue} entries={entries} />
        </div>
      )}
    </FactoryFrame>
  );
}
