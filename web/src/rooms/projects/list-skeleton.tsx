import { Skeleton } from "@/ui/skeleton";

const widths = ["42%", "28%", "55%", "34%", "47%", "25%", "38%", "51%"];

export function ProjectListSkeleton() {
  return (
    <div role="status" className="px-2 py-1 md:px-3">
      <span className="sr-only">Loading projects</span>
      {widths.map((width) => (
        <div key={width} className="flex h-10 items-center gap-3 px-2 md:px-3">
          <Skeleton className="size-2.5" />
          <Skeleton className="h-3.5" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
