import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/patterns/page-header";
import { paths } from "@/routing/paths";

export function DetailHeader({ name, actions }: { name: string; actions?: ReactNode }) {
  return (
    <PageHeader actions={actions}>
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1.5 text-sm">
        <Link
          href={paths.projects()}
          className="-mx-1.5 rounded-md px-1.5 py-1 text-ink-soft hover:bg-press hover:text-ink"
        >
          Projects
        </Link>
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
        <span aria-current="page" className="truncate font-medium">
          {name}
        </span>
      </nav>
    </PageHeader>
  );
}
