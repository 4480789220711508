import { cn } from "./cn";

interface ProgressProps {
  label: string;
  /** Hundredths; none while nobody knows how much there is. */
  percent: number | undefined;
}

export function Progress({ label, percent }: ProgressProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1.5 overflow-hidden rounded-full bg-press"
    >
      <div
        className={cn(
          "h-full rounded-full bg-accent transition-[width] duration-200",
          percent === undefined && "w-1/3 animate-pulse",
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
