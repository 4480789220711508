"use client";

import {
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cn } from "@/ui/cn";

interface InlineTextProps {
  label: string;
  value: string;
  onCommit: (text: string) => void;
  /** Called when editing begins, to remember what the text is being changed from. */
  onBegin?: () => void;
  /** Says why a text can't be kept; null where it can. */
  refuse?: (text: string) => string | null;
  readOnly?: boolean;
  /** Enter makes a new line; Ctrl or ⌘ with Enter keeps. */
  multiline?: boolean;
  placeholder?: string;
  maxLength?: number;
  className?: string;
  ref?: Ref<{ edit: () => void }>;
}

/** Text that is edited where it stands: Enter or leaving keeps it, Escape takes it back. */
export function InlineText(props: InlineTextProps) {
  const { label, value, onCommit, onBegin, refuse, readOnly, multiline, className, ref } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const shown = draft ?? value;
  const refusal = draft === null ? null : (refuse?.(draft.trim()) ?? null);

  useImperativeHandle(ref, () => ({
    edit: () => {
      box.current?.focus();
      box.current?.select();
    },
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight}px`;
  }, [shown]);

  const finish = (keep: boolean) => {
    const text = draft?.trim();
    setDraft(null);
    if (keep && text !== undefined && text !== value && refusal === null) onCommit(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      setDraft(null);
      // The blur that follows must not keep the draft, so it comes after the state is settled.
      requestAnimationFrame(() => box.current?.blur());
    } else if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (refusal === null) box.current?.blur();
    }
  };

  return (
    <div className="grid">
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        aria-invalid={refusal === null ? undefined : true}
        value={shown}
        readOnly={readOnly}
        placeholder={readOnly ? undefined : props.placeholder}
        maxLength={props.maxLength}
        spellCheck={draft !== null}
        onFocus={() => {
          if (!readOnly) onBegin?.();
        }}
        onChange={(event) =>
          setDraft(multiline ? event.target.value : event.target.value.replace(/\n/g, " "))
        }
        onBlur={() => finish(true)}
        onKeyDown={onKeyDown}
        className={cn(
          "-mx-2 block resize-none overflow-hidden rounded-md bg-transparent px-2 py-1 outline-none transition-colors",
          !readOnly &&
            "hover:bg-wash focus:bg-sheet focus:ring-2 focus:ring-accent-text aria-invalid:ring-danger",
          readOnly && "focus-visible:ring-2 focus-visible:ring-line-strong",
          className,
        )}
      />
      {refusal !== null && (
        <p role="alert" className="mt-1 text-danger-text text-xs">
          {refusal}
        </p>
      )}
    </div>
  );
}
