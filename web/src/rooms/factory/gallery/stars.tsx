import { Star } from "lucide-react";
import { cn } from "@/ui/cn";

const five = [1, 2, 3, 4, 5] as const;

/** A rating, to be read. */
export function Stars({ rating, className }: { rating: number; className?: string }) {
  return (
    <span role="img" aria-label={`Rated ${rating} of 5`} className={cn("inline-flex", className)}>
      {five.slice(0, rating).map((star) => (
        <Star key={star} aria-hidden className="size-3 fill-current" />
      ))}
    </span>
  );
}

interface RateProps {
  rating: number | null;
  disabled?: boolean;
  onRate: (rating: number | null) => void;
}

/** A rating, to be given: the star that is given already takes it off. */
export function Rate({ rating, disabled, onRate }: RateProps) {
  return (
    <fieldset disabled={disabled} className="inline-flex">
      <legend className="sr-only">Rating</legend>
      {five.map((star) => (
        <button
          key={star}
          type="button"
          aria-label={rating === star ? "Take the rating off" : `Rate ${star} of 5`}
          aria-pressed={rating === star}
          onClick={() => onRate(rating === star ? null : star)}
          className="grid size-7 place-items-center rounded-md hover:bg-press"
        >
          <Star
            aria-hidden
            className={cn(
              "size-4",
              rating !== null && star <= rating
                ? "fill-current text-caution-text"
                : "text-ink-faint",
            )}
          />
        </button>
      ))}
    </fieldset>
  );
}
