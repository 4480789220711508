"use client";

import Link from "next/link";
import { count } from "@/format/time";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import type { Order } from "../orders/status";
import { useOrderActs } from "../orders/use-order-acts";

/** Orders of which something failed for good: why, and to try it again. */
export function NeedList({ orders }: { orders: readonly Order[] }) {
  const { can } = useSession();
  const acts = useOrderActs();
  return (
    <section aria-labelledby="floor-need" className="grid gap-2">
      <h2 id="floor-need" className="font-semibold text-sm">
        Need a hand
      </h2>
      <ul className="grid">
        {orders.map((order) => (
          <li
            key={order.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 text-sm last:border-b-0"
          >
            <Link
              href={`${factoryPaths.orderOf(order.id)}?tab=failures`}
              prefetch={false}
              className="min-w-40 flex-1 truncate hover:underline"
            >
              {order.prompt}
            </Link>
            <span className="text-danger-text text-xs tabular-nums">
              {count(order.failedCount, "item")} failed
            </span>
            {can("order.place") && (
              <Button
                size="sm"
                aria-label={`Try what failed of “${order.prompt.slice(0, 60)}” again`}
                onClick={() => void acts.retry(order)}
              >
                Try again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
