"use client";

import { Archive, ArchiveRestore, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { TimeAgo } from "@/patterns/time-ago";
import { paths } from "@/routing/paths";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import type { Project } from "./data";

interface NoticesProps {
  project: Project;
  gone: boolean;
  onRestore: (() => void) | null;
  onDelete: (() => void) | null;
}

/** What is special about the project now: put away, or deleted while it was being looked at. */
export function DetailNotices({ project, gone, onRestore, onDelete }: NoticesProps) {
  if (gone) {
    return (
      <Notice tone="danger" icon={<Trash2 aria-hidden />}>
        <p className="flex-1">
          <strong className="font-semibold">This project was deleted.</strong> What you see is what
          it last said; it can’t be changed any more.
        </p>
        <ButtonLink href={paths.projects()} size="sm">
          Back to projects
        </ButtonLink>
      </Notice>
    );
  }
  if (project.state !== "ARCHIVED") return null;
  return (
    <Notice tone="caution" icon={<Archive aria-hidden />}>
      <p className="flex-1">
        Archived {project.archivedAt !== null && <TimeAgo at={project.archivedAt} />}
      </p>
      {onRestore !== null && (
        <Button size="sm" onClick={onRestore}>
          <ArchiveRestore />
          Restore
        </Button>
      )}
      {onDelete !== null && (
        <Button size="sm" look="quietDanger" onClick={onDelete}>
          Delete forever…
        </Button>
      )}
    </Notice>
  );
}

const tones = {
  danger: "bg-danger-wash text-danger-text",
  caution: "bg-caution-wash text-caution-text",
} as const;

interface NoticeProps {
  tone: keyof typeof tones;
  icon: ReactNode;
  children: ReactNode;
}

function Notice({ tone, icon, children }: NoticeProps) {
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm md:px-10 [&>svg]:size-4 ${tones[tone]}`}
    >
      {icon}
      {children}
    </div>
  );
}
