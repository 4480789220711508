import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  art?: ReactNode;
  /** Where nothing else names the page, this does. */
  names?: "page" | "part";
}

/** An empty page is where people learn what the page is for. */
export function EmptyState({ title, children, actions, art, names = "part" }: EmptyStateProps) {
  const Title = names === "page" ? "h1" : "h2";
  return (
    <div className="mx-auto grid max-w-md justify-items-start gap-3 px-6 py-16">
      {art}
      <Title className="display text-2xl">{title}</Title>
      <div className="grid gap-3 text-base text-ink-soft">{children}</div>
      {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
