import { moment } from "@/format/time";
import { clock, size } from "../format";
import type { Asset } from "./data";
import { exifRows } from "./exif";

/** What is known of a file, a row each. */
export function Facts({ asset }: { asset: Asset }) {
  const rows: [string, string | null][] = [
    ["Size", size(asset.bytes)],
    [
      "Pixels",
      asset.width === null || asset.height === null ? null : `${asset.width} × ${asset.height}`,
    ],
    ["Pages", asset.pages?.toString() ?? null],
    ["Length", asset.durationMs === null ? null : clock(asset.durationMs)],
    ["Taken", asset.takenAt === null ? null : moment(asset.takenAt)],
    ["Added", moment(asset.createdAt)],
    ...exifRows(asset.exif),
    ["Place", asset.hasLocation ? "Known, and hidden" : null],
  ];
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
      {rows.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className="contents">
              <dt className="text-ink-faint">{name}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
