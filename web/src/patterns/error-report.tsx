import { RotateCw } from "lucide-react";
import { explain, type Problem } from "@/problem/problem";
import { Button } from "@/ui/button";
import { CopyButton } from "./copy-button";

interface ErrorReportProps {
  what: string;
  problem: Problem;
  retry: () => void;
}

/** What failed, in words, with what an operator needs to find it in the logs. */
export function ErrorReport({ what, problem, retry }: ErrorReportProps) {
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-start gap-3 px-6 py-16">
      <h2 className="display text-2xl">{what}</h2>
      <p className="text-ink-soft text-sm">{explain(problem)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-md bg-wash px-3 py-2 font-mono text-xs">
        <dt className="text-ink-faint">code</dt>
        <dd>{problem.code}</dd>
        {problem.requestId !== undefined && (
          <>
            <dt className="text-ink-faint">request</dt>
            <dd className="flex items-center gap-1 break-all">
              {problem.requestId}
              <CopyButton text={problem.requestId} label="Copy request id" />
            </dd>
          </>
        )}
      </dl>
      <Button onClick={retry}>
        <RotateCw />
        Try again
      </Button>
    </div>
  );
}
