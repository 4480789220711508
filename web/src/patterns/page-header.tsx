import type { ReactNode } from "react";

/** The bar above a page: where we are on the left, what can be done on the right. */
export function PageHeader({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <header className="flex h-13 shrink-0 items-center gap-3 border-line border-b px-4 max-md:pl-14 md:px-6">
      <div className="flex min-w-0 flex-1 items-center gap-2">{children}</div>
      <div className="flex shrink-0 items-center gap-1.5">{actions}</div>
    </header>
  );
}
