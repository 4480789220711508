import { Skeleton } from "@/ui/skeleton";

export function StudioSkeleton() {
  return (
    <div role="status" className="flex h-dvh">
      <span className="sr-only">Opening the studio</span>
      <div className="hidden w-60 content-start gap-4 p-4 md:grid">
        <Skeleton className="h-8" />
        <Skeleton className="mt-4 h-3.5 w-2/3" />
        <Skeleton className="h-3.5 w-1/2" />
        <Skeleton className="h-3.5 w-3/5" />
      </div>
      <div className="flex-1 bg-paper p-6 md:my-2 md:mr-2 md:rounded-xl md:border md:border-line">
        <Skeleton className="h-6 w-40" />
      </div>
    </div>
  );
}
