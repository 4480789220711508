"use client";

import { Delayed } from "@/patterns/delayed";
import { cn } from "@/ui/cn";
import { Skeleton } from "@/ui/skeleton";
import { useBriefDiff } from "./data";
import { paired } from "./paired";

interface SideBySideProps {
  projectId: string;
  from: number;
  to: number;
}

/** Two versions beside each other; signs say what colours say. */
export function SideBySide({ projectId, from, to }: SideBySideProps) {
  const lines = useBriefDiff(projectId, from, to);
  if (lines === undefined)
    return (
      <Delayed>
        <Skeleton className="h-3.5 w-1/2" />
      </Delayed>
    );
  if (lines.every(({ kind }) => kind === "SAME")) {
    return <p className="text-ink-soft">Both say the same.</p>;
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-120 table-fixed text-sm">
        <thead>
          <tr className="text-left text-ink-soft text-xs">
            <th className="pb-1 font-medium">Version {from}</th>
            <th className="pb-1 pl-3 font-medium">Version {to}</th>
          </tr>
        </thead>
        {paired(lines).map(({ section, rows }) => (
          <tbody key={section}>
            <tr>
              <th
                colSpan={2}
                scope="rowgroup"
                className="pt-3 pb-1 text-left font-semibold text-xs capitalize"
              >
                {section}
              </th>
            </tr>
            {rows.map(({ key, old, now }) => (
              <tr key={key} className="align-top">
                <Side
                  text={old}
                  changed={old !== now}
                  sign="−"
                  look="bg-danger-wash text-danger-text"
                />
                <Side
                  text={now}
                  changed={old !== now}
                  sign="+"
                  look="bg-accent-wash text-accent-text"
                />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface SideProps {
  text: string | null;
  changed: boolean;
  sign: string;
  look: string;
}

function Side({ text, changed, sign, look }: SideProps) {
  const marked = changed && text !== null;
  return (
    <td className={cn("whitespace-pre-wrap break-words px-2 py-1", marked && look)}>
      {marked && <span className="mr-1.5 font-mono">{sign}</span>}
      {text}
    </td>
  );
}
