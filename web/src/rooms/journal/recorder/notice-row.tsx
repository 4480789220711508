import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";

interface NoticeRowProps {
  icon: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}

/** A line about a recording, with what can be done about it. */
export function NoticeRow({ icon, children, action }: NoticeRowProps) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-sheet px-3 py-2 text-sm [&>svg]:size-4 [&>svg]:shrink-0"
    >
      {icon}
      <div className="grid min-w-0 flex-1 basis-48 gap-1.5 break-words">{children}</div>
      {action !== undefined && <span className="ml-auto flex gap-1.5">{action}</span>}
    </div>
  );
}

export const busyIcon = (
  <LoaderCircle className="animate-spin text-accent-text motion-reduce:animate-none" />
);
