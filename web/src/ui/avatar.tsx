import { cn } from "./cn";

const sizes = {
  sm: "size-5 text-[0.5625rem]",
  md: "size-6 text-[0.625rem]",
  lg: "size-7 text-2xs",
  xl: "size-8 text-xs",
} as const;

interface AvatarProps {
  letters: string;
  /** A theme colour such as `var(--ochre)`. */
  color: string;
  square?: boolean;
  size?: keyof typeof sizes;
}

/** Letters on a wash of pigment; decoration beside a name, so it is hidden from readers. */
export function Avatar({ letters, color, square, size = "sm" }: AvatarProps) {
  return (
    <span
      aria-hidden
      data-slot="avatar"
      style={{ backgroundColor: `color-mix(in oklch, ${color} 24%, var(--sheet))` }}
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center font-semibold text-ink",
        square ? "rounded-md" : "rounded-full",
        sizes[size],
      )}
    >
      {letters}
    </span>
  );
}
