"use client";

import { useSignInOptions } from "@/rest/other-ways-in";
import { buttonLook } from "@/ui/button";
import { cn } from "@/ui/cn";

/** A button for each issuer that the server is configured with. */
export function OtherWays({ next }: { next: string }) {
  const options = useSignInOptions();
  const issuers = options.data?.issuers ?? [];
  if (issuers.length === 0) return null;
  return (
    <div className="mt-6 grid gap-3">
      <p className="flex items-center gap-3 text-ink-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {issuers.map(({ id, name, start }) => (
        // Not a page of ours: the server sends the browser on.
        <a
          key={id}
          href={`${start}?return_to=${encodeURIComponent(next)}`}
          className={cn(buttonLook({ look: "plain", size: "lg" }))}
        >
          Continue with {name}
        </a>
      ))}
    </div>
  );
}
