"use client";

import { useState } from "react";
import { attempt } from "@/patterns/attempt";
import { TimeAgo } from "@/patterns/time-ago";
import { say } from "@/patterns/toast";
import { usePeople } from "@/session/data";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogContent } from "@/ui/dialog";
import { type Brief, useBriefChanges, useBriefVersions } from "./data";
import { SideBySide } from "./side-by-side";

interface VersionsProps {
  projectId: string;
  brief: Brief;
  readOnly: boolean;
}

/** Every version that was saved; each can be compared with the current one and brought back. */
export function Versions({ projectId, brief, readOnly }: VersionsProps) {
  const versions = useBriefVersions(projectId);
  const nameOf = usePeople();
  const { restore } = useBriefChanges(projectId);
  const [compared, setCompared] = useState<number | null>(null);
  const logOf = (version: number) => brief.changelog.find((entry) => entry.version === version);
  const onRestore = (version: number) =>
    attempt("The version wasn’t brought back", async () => {
      const result = await restore(version, brief.version);
      if ("theirs" in result) return say("This brief was changed in between; look once more");
      say(`Version ${version} is back, as version ${result.done.version}`);
      setCompared(null);
    });
  return (
    <section aria-label="Versions" className="grid gap-3">
      <h2 className="font-semibold text-sm">Versions</h2>
      <ol className="grid gap-px">
        {versions?.map(({ version, createdAt, createdBy, restoredFrom }) => {
          const log = logOf(version);
          return (
            <li
              key={version}
              className="grid gap-0.5 border-line border-b py-2 text-sm last:border-b-0"
            >
              <span className="flex items-baseline gap-2">
                <span className="font-medium">Version {version}</span>
                <TimeAgo at={createdAt} className="text-ink-faint text-xs" />
                <span className="flex-1" />
                {version !== brief.version && (
                  <Button size="sm" look="ghost" onClick={() => setCompared(version)}>
                    Compare
                  </Button>
                )}
              </span>
              <span className="text-ink-soft text-xs">
                {[
                  nameOf(createdBy),
                  restoredFrom && `version ${restoredFrom} brought back`,
                  log?.message,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {log !== undefined && log.changes.length > 0 && (
                <ul className="list-disc pl-4 text-ink-soft text-xs">
                  {log.changes.slice(0, 5).map((line) => (
                    <li key={line} className="break-words">
                      {line}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
      <Dialog open={compared !== null} onOpenChange={(open) => !open && setCompared(null)}>
        {compared !== null && (
          <DialogContent
            title={`Version ${compared} and version ${brief.version}`}
            width="lg"
            className="md:max-w-4xl"
          >
            <DialogBody>
              <SideBySide projectId={projectId} from={compared} to={brief.version} />
              {!readOnly && (
                <Button className="justify-self-start" onClick={() => void onRestore(compared)}>
                  Bring version {compared} back
                </Button>
              )}
            </DialogBody>
          </DialogContent>
        )}
      </Dialog>
    </section>
  );
}
