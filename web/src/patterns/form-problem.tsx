import { TriangleAlert } from "lucide-react";
import { wait } from "@/format/time";
import { explain, type Problem } from "@/problem/problem";

interface FormProblemProps {
  problem: Problem | undefined;
  /** Fields that show their own message. */
  fields?: readonly string[];
}

/** What is wrong with the form as a whole; nothing when each message stands at its field. */
export function FormProblem({ problem, fields = [] }: FormProblemProps) {
  const atFields =
    problem !== undefined &&
    problem.fields.length > 0 &&
    problem.fields.every(({ path }) => fields.includes(path.split(".").at(-1) ?? path));
  return (
    <div role="alert">
      {problem !== undefined && !atFields && (
        <p className="flex gap-2 rounded-md bg-danger-wash px-3 py-2 text-danger-text text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {explain(problem)}
            {problem.retryAfterSeconds !== undefined &&
              ` Try again in ${wait(problem.retryAfterSeconds)}.`}
            {problem.code === "internal" && problem.requestId !== undefined && (
              <span className="block font-mono text-xs">request {problem.requestId}</span>
            )}
          </span>
        </p>
      )}
    </div>
  );
}
