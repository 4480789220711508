import { words } from "../stream/draft";

interface TagsProps {
  name: string;
  tags: readonly string[];
  readOnly: boolean;
  onTag: (tag: string) => void;
  onEdit: (tags: string[]) => void;
}

/** Words to find a card by: each narrows the board to its like. */
export function Tags({ name, tags, readOnly, onTag, onEdit }: TagsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1 max-md:pr-7">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          onClick={() => onTag(tag)}
          className="h-6 max-w-full truncate rounded-full border border-line-strong px-2 text-2xs text-ink-soft hover:border-edge"
        >
          #{tag}
        </button>
      ))}
      {!readOnly && (
        <input
          aria-label={`Tag ${name}`}
          placeholder="+ tag"
          maxLength={40}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            const added = words(event.currentTarget.value.replaceAll("#", ""));
            if (added.length > 0) onEdit([...new Set([...tags, ...added])]);
            event.currentTarget.value = "";
          }}
          className="h-6 w-14 rounded-full bg-transparent px-1.5 text-2xs outline-none placeholder:text-2xs focus:w-24 focus:bg-wash max-sm:text-[1rem]"
        />
      )}
    </div>
  );
}
