"use client";

import Link from "next/link";
import { factoryPaths } from "@/routing/factory";
import { useLane } from "../../floor/data";

/** Why an order doesn't go on, where its whole lane stands still. */
export function LaneNotice({ provider }: { provider: string }) {
  const lane = useLane(provider);
  if (!lane?.pausedAt) return null;
  return (
    <p className="rounded-md bg-caution-wash px-3 py-2 text-caution-text text-sm">
      {lane.provider.name} is paused, so nothing more of this order is begun.{" "}
      <Link href={factoryPaths.floor()} className="underline">
        Go to the floor
      </Link>
    </p>
  );
}
