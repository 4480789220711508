"use client";

import { useRef, useState } from "react";
import { copyText } from "@/patterns/copy-button";
import { InlineText } from "@/patterns/inline-text";
import { soon } from "@/patterns/soon";
import { say } from "@/patterns/toast";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import type { Project } from "./data";
import { DetailHeader } from "./detail-header";
import { useIsDeleted } from "./live/data";
import { ProjectMeta } from "./meta";
import { useProjectEdits } from "./use-project-edits";
import { useShelf } from "./use-shelf";

const DetailNotices = soon(() => import("./detail-notices").then((file) => file.DetailNotices));
const DetailActions = soon(() => import("./detail-actions").then((file) => file.DetailActions));
const SettingsEditor = soon(() => import("./settings-editor").then((file) => file.SettingsEditor));
const DeleteDialog = soon(() => import("./delete-dialog").then((file) => file.DeleteDialog));
const ConflictDialog = soon(() => import("./conflict-dialog").then((file) => file.ConflictDialog));

/** `missing` when it could not be found any more: news of its end may come before the page listens. */
export function DetailPage({ project, missing }: { project: Project; missing: boolean }) {
  const { can } = useSession();
  const { shown, edit, conflict, resolve } = useProjectEdits(project);
  const [deleting, setDeleting] = useState(false);
  const shelve = useShelf();
  const gone = useIsDeleted(project.id) || missing;
  const name = useRef<{ edit: () => void }>(null);
  const description = useRef<{ edit: () => void }>(null);
  // What the person was looking at when the edit began; a change that comes in meanwhile is then
  // noticed by its version instead of being written over.
  const base = useRef(shown);
  const begin = () => {
    base.current = shown;
  };

  const canEdit = can("project.edit") && !gone;
  const canArchive = can("project.archive") && !gone;
  const copyId = () =>
    void copyText(project.id).then((done) => say(done ? "Copied the id" : "The browser refused"));
  useShortcut("rename", () => name.current?.edit(), canEdit);
  useShortcut("describe", () => description.current?.edit(), canEdit);
  useShortcut("archiveOpen", () => void shelve(project), canArchive);
  useShortcut("copyId", copyId);

  return (
    <>
      <DetailHeader
        name={shown.name}
        actions={
          <DetailActions
            state={shown.state}
            onShelve={canArchive ? () => void shelve(project) : null}
            onRename={canEdit ? () => name.current?.edit() : null}
            onDelete={can("project.delete") && !gone ? () => setDeleting(true) : null}
            onCopyId={copyId}
          />
        }
      />
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
        <DetailNotices
          project={shown}
          gone={gone}
          onRestore={canArchive ? () => void shelve(project) : null}
          onDelete={can("project.delete") ? () => setDeleting(true) : null}
        />
        <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-10 px-4 py-8 md:px-10 lg:grid-cols-[minmax(0,1fr)_16rem]">
          <article className="grid content-start gap-2">
            <h1 className="sr-only">{shown.name}</h1>
            <InlineText
              ref={name}
              label="Name"
              value={shown.name}
              readOnly={!canEdit}
              maxLength={200}
              refuse={(text) => (text === "" ? "A project needs a name." : null)}
              onBegin={begin}
              onCommit={(text) => edit({ name: text }, base.current)}
              className="display text-[2rem] leading-10"
            />
            <InlineText
              ref={description}
              label="Description"
              value={shown.description}
              readOnly={!canEdit}
              multiline
              maxLength={20_000}
              placeholder="Describe the work: what it is, for whom, and what it still needs…"
              onBegin={begin}
              onCommit={(text) => edit({ description: text }, base.current)}
              className="min-h-20 text-base text-ink-soft focus:text-ink"
            />
            <SettingsEditor
              value={shown.settings}
              readOnly={!canEdit}
              onBegin={begin}
              onCommit={(settings) => edit({ settings }, base.current)}
            />
          </article>
          <ProjectMeta
            project={shown}
            readOnly={!canEdit}
            onBegin={begin}
            onType={(type) => edit({ type }, base.current)}
          />
        </div>
      </div>
      {conflict !== null && <ConflictDialog conflict={conflict} onResolve={resolve} />}
      <DeleteDialog project={project} open={deleting} onOpenChange={setDeleting} />
    </>
  );
}
