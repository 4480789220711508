import { CircleAlert, TriangleAlert } from "lucide-react";
import { sentence } from "@/problem/problem";
import { cn } from "@/ui/cn";
import type { Notice } from "./data";

interface NoticeListProps {
  id?: string;
  errors: readonly Notice[];
  warnings: readonly Notice[];
  /** Leads to the place in the text. */
  onSelect?: (notice: Notice) => void;
}

/** What is said about a text, errors first. */
export function NoticeList({ id, errors, warnings, onSelect }: NoticeListProps) {
  const rows = [
    ...errors.map((notice) => ({ notice, isError: true })),
    ...warnings.map((notice) => ({ notice, isError: false })),
  ];
  return (
    <ul id={id} className={cn("grid gap-0.5", rows.length === 0 && "hidden")}>
      {rows.map(({ notice, isError }) => {
        const Icon = isError ? CircleAlert : TriangleAlert;
        const text = (
          <>
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span className="sr-only">{isError ? "Error: " : "Remark: "}</span>
            <span className="min-w-0 break-words">{sentence(notice.message)}</span>
          </>
        );
        const look = cn(
          "flex w-full gap-1.5 rounded px-1 py-0.5 text-left text-xs",
          isError ? "text-danger-text" : "text-caution-text",
        );
        return (
          <li key={`${notice.code}-${notice.field}-${notice.start}-${notice.message}`}>
            {onSelect ? (
              <button
                type="button"
                className={cn(look, "hover:bg-press")}
                onClick={() => onSelect(notice)}
              >
                {text}
              </button>
            ) : (
              <p className={look}>{text}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
