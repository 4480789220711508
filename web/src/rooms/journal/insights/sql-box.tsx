"use client";

import { Download } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { say } from "@/patterns/toast";
import { saveAnswer } from "@/rest/lake";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Textarea } from "@/ui/input";
import { type SqlResult, useSql, useSqlTables } from "./data";

const example =
  "SELECT project_id, SUM(minutes) / 60.0 AS hours FROM logs GROUP BY project_id ORDER BY hours DESC";

/** Questions that no chart answers, asked in SQL. */
export function SqlBox() {
  const [query, setQuery] = useState(example);
  const { me } = useSession();
  const { result, problem, busy, run } = useSql();
  const save = async (format: "csv" | "parquet") => {
    if (!(await saveAnswer(me.tenant.id, query, format))) say("The answer could not be saved");
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (query.trim() !== "") void run(query);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    }
  };
  return (
    <section aria-label="Ask in SQL" className="grid gap-3 border-line border-t pt-6">
      <header className="grid gap-0.5">
        <h2 className="font-semibold text-sm">Ask in SQL</h2>
        <p className="text-ink-soft text-xs">The tables follow the journal within five minutes.</p>
      </header>
      <form onSubmit={onSubmit} className="grid gap-2">
        <Textarea
          mono
          aria-label="Query"
          value={query}
          spellCheck={false}
          rows={3}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={onKeyDown}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={busy || query.trim() === ""}>
            Run
          </Button>
          <Button look="ghost" onClick={() => void save("csv")}>
            <Download /> CSV
          </Button>
          <Button look="ghost" onClick={() => void save("parquet")}>
            <Download /> Parquet
          </Button>
        </div>
      </form>
      <FormProblem problem={problem} />
      <TablesHint />
      {result !== undefined && <Answer result={result} />}
    </section>
  );
}

function Answer({ result }: { result: SqlResult }) {
  const { columns, rows, truncated } = result;
  return (
    <div className="grid gap-1.5">
      <p role="status" className="text-ink-soft text-xs">
        {truncated && "the first "}
        {rows.length} {rows.length === 1 ? "row" : "rows"}
      </p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
        tabIndex={0}
        aria-label="Answer"
        className="scroll-quiet max-h-96 overflow-auto rounded-lg border border-line bg-sheet"
      >
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-ink-soft text-xs">
              {columns.map(({ name, type }) => (
                <th key={name} title={type} className="px-3 py-1.5 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no other name
              <tr key={index} className="border-line border-t">
                {columns.map(({ name }, at) => (
                  <td key={name} className="px-3 py-1.5">
                    {cell(row, at)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** What there is to ask about. */
function TablesHint() {
  const tables = useSqlTables();
  return (
    <details className="text-sm">
      <summary className="cursor-default text-ink-soft">Tables and columns</summary>
      <dl className="mt-2 grid gap-3 sm:grid-cols-2">
        {tables?.map(({ name, purpose, columns }) => (
          <div key={name}>
            <dt>
              <code className="font-mono text-xs">{name}</code>: {purpose}
            </dt>
            {columns.map((column) => (
              <dd key={column.name} className="pl-3 text-ink-soft text-xs">
                <code className="font-mono">{column.name}</code> {column.purpose}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A row is a list with a value a column. */
function cell(row: unknown, at: number): string {
  const value: unknown = Array.isArray(row) ? row[at] : undefined;
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
