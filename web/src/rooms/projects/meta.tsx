"use client";

import { type ReactNode, useId } from "react";
import { moment } from "@/format/time";
import { CopyButton } from "@/patterns/copy-button";
import { Person } from "@/patterns/person";
import { Swatch } from "@/patterns/swatch";
import { TimeAgo } from "@/patterns/time-ago";
import { usePeople } from "@/session/data";
import type { Project } from "./data";
import { TypeInput } from "./type-input";

interface MetaProps {
  project: Project;
  readOnly: boolean;
  onBegin: () => void;
  onType: (type: string) => void;
}

export function ProjectMeta({ project, readOnly, onBegin, onType }: MetaProps) {
  const personName = usePeople();
  const heading = useId();
  return (
    <aside aria-labelledby={heading} className="content-start text-sm lg:pt-2">
      <h2 id={heading} className="sr-only">
        Details
      </h2>
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 *:min-h-8 [&>dt]:flex [&>dt]:items-center [&>dd]:flex [&>dd]:items-center">
        <Fact term="Type">
          <Swatch of={project.type} className="mr-2" />
          <TypeInput value={project.type} readOnly={readOnly} onBegin={onBegin} onCommit={onType} />
        </Fact>
        <Fact term="Owner">
          <Person id={project.ownerId} name={personName(project.ownerId)} />
        </Fact>
        <Fact term="State">{project.state === "ACTIVE" ? "Active" : "Archived"}</Fact>
        <Fact term="Created">
          <time dateTime={project.createdAt}>{moment(project.createdAt)}</time>
        </Fact>
        <Fact term="Updated">
          <TimeAgo at={project.updatedAt} />
          <span className="ml-1.5 text-ink-faint">version {project.version}</span>
        </Fact>
        <Fact term="Id">
          <code className="truncate font-mono text-ink-soft text-xs" title={project.id}>
            {project.id}
          </code>
          <CopyButton text={project.id} label="Copy id" />
        </Fact>
      </dl>
    </aside>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
