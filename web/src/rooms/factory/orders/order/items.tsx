"use client";

import { useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useQuery } from "@/routing/use-query";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import { type Item, type OrderDetail, useItems } from "../data";
import { itemStatuses } from "../status";
import { ItemTable } from "./item-table";
import { ItemWall } from "./item-wall";

const ItemDialog = soon(() => import("./item-dialog").then((file) => file.ItemDialog));

interface ItemsProps {
  order: OrderDetail;
  look: "wall" | "table";
}

/** The items of the order, as pictures or as rows, while they are being made. */
export function Items({ order, look }: ItemsProps) {
  const { query, setQuery } = useQuery();
  const status =
    itemStatuses.find(({ value }) => value.toLowerCase() === query.get("items"))?.value ?? null;
  const stamp = `${order.completedCount} ${order.failedCount} ${order.updatedAt}`;
  const { items, problem, retry, hasMore, loadMore, idle } = useItems(order.id, status, stamp);
  const [opened, setOpened] = useState<string | null>(null);
  const onOpen = (item: Item) => setOpened(item.id);
  const shown = items?.find(({ id }) => id === opened);
  return (
    <section aria-label="Items" className="grid gap-3">
      <Select
        aria-label="Items to show"
        value={status?.toLowerCase() ?? ""}
        onChange={({ target }) => setQuery({ items: target.value })}
        className="justify-self-start"
      >
        <option value="">All items</option>
        {itemStatuses.map(({ value, label }) => (
          <option key={value} value={value.toLowerCase()}>
            {label}
          </option>
        ))}
      </Select>
      {problem !== undefined ? (
        <ErrorState what="The items didn’t load" problem={problem} retry={retry} />
      ) : items === undefined ? (
        <Delayed>
          <Skeleton className="h-3.5 w-1/2" />
        </Delayed>
      ) : items.length === 0 ? (
        <EmptyState title={status === null ? "No items yet" : "None of these"}>
          <p>An order has an item for each combination of its text and parameters.</p>
        </EmptyState>
      ) : look === "wall" ? (
        <ItemWall items={items} onOpen={onOpen} />
      ) : (
        <ItemTable items={items} currency={order.currency} onOpen={onOpen} />
      )}
      {hasMore && (
        <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
          Show more
        </Button>
      )}
      <ItemDialog item={shown} currency={order.currency} onClose={() => setOpened(null)} />
    </section>
  );
}
