"use client";

import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { matchRoute, type RouteParams } from "./route-params";

const never = () => () => undefined;

/**
 * The parameters of the current address. `useParams()` is of no use here: the export holds one
 * page for all records, and it would say `_`. Null while the page hydrates, because the exported
 * HTML knows no id and React compares the two.
 */
export function useRouteParams<Pattern extends string>(
  pattern: Pattern,
): RouteParams<Pattern> | null {
  const pathname = usePathname();
  const path = useSyncExternalStore(
    never,
    () => pathname,
    () => null,
  );
  return path === null ? null : matchRoute(pattern, path);
}
