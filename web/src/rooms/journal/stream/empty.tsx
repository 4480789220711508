import { EmptyState } from "@/patterns/empty-state";
import { Button } from "@/ui/button";

const example =
  "Spent an hour and a quarter on the harbor triptych, second glaze of ultramarine over the burnt sienna, ran out of cold wax.";

/** The first thing an empty journal does is show what it makes of a sentence. */
export function StreamEmpty({ onTry }: { onTry: (text: string) => void }) {
  return (
    <EmptyState
      title="Talk about your work"
      actions={<Button onClick={() => onTry(example)}>Try this sentence</Button>}
    >
      <p>Press record, or type, as you would tell a friend:</p>
      <blockquote className="display border-accent-text border-l-2 pl-4 text-ink text-lg">
        {example}
      </blockquote>
      <p>
        It becomes 75 minutes on that piece, two pigments used, one technique, and cold wax on the
        list of what to buy. You look at what was understood and confirm it with one key.
      </p>
    </EmptyState>
  );
}
