import { cn } from "@/ui/cn";
import { kindOf } from "../kinds";
import type { Found } from "./data";
import type { FilterName, useFilters } from "./use-filters";

interface FacetsProps {
  found: Found;
  filters: ReturnType<typeof useFilters>;
}

/** Where the hits are; choosing one narrows the search to it, choosing it again widens it. */
export function Facets({ found, filters }: FacetsProps) {
  const groups: { name: FilterName; title: string; values: Found["kinds"] }[] = [
    {
      name: "kind",
      title: "Kind",
      values: found.kinds.map((facet) => ({ ...facet, label: kindOf(facet.value).label })),
    },
    { name: "project", title: "Piece", values: found.projects },
    { name: "material", title: "Material", values: found.materials },
    { name: "month", title: "Month", values: found.months },
  ];
  return (
    <aside
      aria-label="Narrow down"
      className="grid content-start gap-5 max-md:order-first max-md:flex max-md:gap-4 max-md:overflow-x-auto max-md:pb-1"
    >
      {groups.map(({ name, title, values }) => {
        const chosen = filters.value(name);
        const shown = values.slice(0, 8);
        if (chosen !== null && !shown.some(({ value }) => value === chosen)) {
          shown.unshift({ value: chosen, label: chosen, count: 0 });
        }
        if (shown.length === 0) return null;
        return (
          <section
            key={name}
            aria-label={title}
            className="grid content-start gap-0.5 max-md:shrink-0"
          >
            <h2 className="px-2 pb-1 text-2xs text-ink-faint">{title}</h2>
            {shown.map(({ value, label, count }) => (
              <button
                key={value}
                type="button"
                aria-pressed={chosen === value}
                onClick={() => filters.set(name, chosen === value ? null : value)}
                className={cn(
                  "flex h-7 items-center gap-3 rounded-md px-2 text-left text-sm hover:bg-press",
                  chosen === value
                    ? "bg-accent-wash font-medium text-accent-text"
                    : "text-ink-soft",
                )}
              >
                <span className="min-w-0 flex-1 truncate">{label || value}</span>
                <span className="text-xs tabular-nums">{count}</span>
              </button>
            ))}
          </section>
        );
      })}
    </aside>
  );
}
