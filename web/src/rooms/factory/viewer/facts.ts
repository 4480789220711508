import { moment } from "@/format/time";

/** A name and what it says. */
export type FactRow = readonly [string, string];

/** Parameters as rows, in the order of their names; what is nested is shown as it is written. */
export function rowsOf(parameters: unknown): FactRow[] {
  if (typeof parameters !== "object" || parameters === null) return [];
  return Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== "")
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => [name, shown(value)]);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Parameters in which some products differ, with the value of each. */
export function differing(all: readonly unknown[]): { name: string; values: string[] }[] {
  const rows = all.map((parameters) => new Map(rowsOf(parameters)));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) =>
    a.localeCompare(b),
  );
  return names
    .map((name) => ({ name, values: rows.map((row) => row.get(name) ?? "") }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

/** `1.4 MB`. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} kB`;
  if (size < 1_000_000_000) return `${(size / 1_000_000).toFixed(1)} MB`;
  return `${(size / 1_000_000_000).toFixed(1)} GB`;
}

interface FileFacts {
  mimeType: string;
  fileSize: number;
  width: number | null;
  height: number | null;
  duration: number | null;
  fileHash: string;
  createdAt: string;
}

export function fileRows(file: FileFacts): FactRow[] {
  const { width, height, duration } = file;
  const rows: (readonly [string, string | null])[] = [
    ["Kind", file.mimeType],
    ["Size", bytes(file.fileSize)],
    ["Pixels", width === null || height === null ? null : `${width} × ${height}`],
    ["Length", duration === null ? null : `${duration.toFixed(1)} s`],
    ["Made", moment(file.createdAt)],
    ["Hash", file.fileHash.slice(0, 16)],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
