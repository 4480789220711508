"use client";

import { FileUp, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useLookups } from "./data";
import { LookupEditor } from "./lookup-editor";
import { LookupList } from "./lookup-list";
import { readWildcard, type Wildcard } from "./wildcards";

const ImportDialog = soon(() => import("./import-dialog").then((file) => file.ImportDialog));

/** Names that stand for lists of words in prompts. */
export function Lookups() {
  useLiveFactory();
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const { lookups, problem, retry } = useLookups();
  const [files, setFiles] = useState<readonly Wildcard[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const readOnly = !can("lookup.edit");
  const opened = query.get("lookup");
  const shown = lookups?.find(({ id }) => id === opened);
  const open = (id: string | null) => setQuery({ lookup: id });
  useShortcut("back", () => open(null), opened !== null);

  const read = async (chosen: readonly File[]) => {
    const read = chosen.map(async (file) => readWildcard(file.name, await file.text()));
    setFiles(await Promise.all(read));
  };

  return (
    <FactoryFrame
      title="Lookups"
      still
      actions={
        !readOnly && (
          <>
            <input
              ref={picker}
              type="file"
              accept=".txt,text/plain"
              multiple
              hidden
              onChange={({ target }) => {
                void read([...(target.files ?? [])]);
                target.value = "";
              }}
            />
            <Button look="ghost" onClick={() => picker.current?.click()}>
              <FileUp /> <span className="max-sm:sr-only">Import files</span>
            </Button>
            <Button look="solid" onClick={() => open("new")}>
              <Plus /> <span className="max-sm:sr-only">New lookup</span>
            </Button>
          </>
        )
      }
    >
      {problem !== undefined ? (
        <ErrorState what="The lookups didn’t load" problem={problem} retry={retry} />
      ) : lookups === undefined ? (
        <div className="p-6">
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        </div>
      ) : lookups.length === 0 && opened !== "new" ? (
        <EmptyState
          title="No lookups yet"
          actions={!readOnly && <Button onClick={() => open("new")}>Make one</Button>}
        >
          <p>
            A lookup is a name for a list: <code className="font-mono">[color]</code> in a prompt
            makes one picture for each colour. Files of wildcards, one value a line, can be
            imported.
          </p>
        </EmptyState>
      ) : (
        <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(14rem,20rem)_minmax(0,1fr)]">
          <div
            className={cn(
              "scroll-quiet min-h-0 overflow-y-auto border-line md:border-r",
              opened !== null && "max-md:hidden",
            )}
          >
            <LookupList lookups={lookups} opened={opened} onOpen={open} />
          </div>
          <div
            className={cn(
              "scroll-quiet min-h-0 overflow-y-auto",
              opened === null && "max-md:hidden",
            )}
          >
            {opened === "new" || shown !== undefined ? (
              <LookupEditor
                key={opened === "new" ? "new" : shown?.id}
                lookup={opened === "new" ? null : (shown ?? null)}
                all={lookups}
                readOnly={readOnly}
                onOpen={open}
              />
            ) : (
              <EmptyState title="Words in stock">
                <p>
                  Choose a lookup to see what it stands for. Where a value is the name of another
                  lookup, that one’s values take its place.
                </p>
              </EmptyState>
            )}
          </div>
        </div>
      )}
      <ImportDialog files={files} known={lookups ?? []} onClose={() => setFiles([])} />
    </FactoryFrame>
  );
}
