"use client";

import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { factoryPaths } from "@/routing/factory";
import { useQuery } from "@/routing/use-query";
import { useRouteParams } from "@/routing/use-route-params";
import { ButtonLink } from "@/ui/button-link";
import { Segments } from "@/ui/segments";
import { FactoryFrame } from "../../frame";
import { useLiveFactory } from "../../live/data";
import { type OrderDetail, useOrder } from "../data";
import { possible } from "../status";
import { Failures } from "./failures-list";
import { Items } from "./items";
import { LaneNotice } from "./lane-notice";
import { OrderActions } from "./order-actions";
import { OrderHead } from "./order-head";

const OrderGrid = soon(() => import("../../grid/grid").then((file) => file.OrderGrid));

export function OrderScreen() {
  const params = useRouteParams("/factory/orders/[id]");
  return params === null ? (
    <FactoryFrame title="Order">{null}</FactoryFrame>
  ) : (
    <One key={params.id} id={params.id} />
  );
}

function One({ id }: { id: string }) {
  useLiveFactory(id);
  const { order, problem, retry } = useOrder(id);
  return (
    <FactoryFrame title="Order" actions={order && <OrderActions order={order} />}>
      {problem !== undefined ? (
        <ErrorState what="The order didn’t load" problem={problem} retry={retry} />
      ) : order === null ? (
        <EmptyState
          title="No such order"
          actions={<ButtonLink href={factoryPaths.orders()}>All orders</ButtonLink>}
        >
          <p>It was deleted, or it belongs to another studio.</p>
        </EmptyState>
      ) : (
        order !== undefined && <Shown order={order} />
      )}
    </FactoryFrame>
  );
}

type Tab = "wall" | "table" | "grid" | "failures";

function Shown({ order }: { order: OrderDetail }) {
  const { query, setQuery } = useQuery();
  const asked = query.get("tab");
  const hasFailures = order.failedCount > 0;
  const tabs: { value: Tab; label: string }[] = [
    { value: "wall", label: "Wall" },
    { value: "table", label: "Table" },
    { value: "grid", label: "Grid" },
    ...(hasFailures
      ? [{ value: "failures" as const, label: `What failed (${order.failedCount})` }]
      : []),
  ];
  const tab = tabs.find(({ value }) => value === asked)?.value ?? "wall";
  return (
    <div className="grid gap-5 px-4 py-5 md:px-6">
      <OrderHead order={order} />
      {possible(order).cancel && <LaneNotice provider={order.provider} />}
      <Segments<Tab>
        label="View"
        value={tab}
        options={tabs}
        onChange={(value) => setQuery({ tab: value === "wall" ? null : value })}
        className="max-w-full overflow-x-auto justify-self-start"
      />
      {tab === "grid" ? (
        <OrderGrid orderId={order.id} />
      ) : tab === "failures" ? (
        <Failures order={order} />
      ) : (
        <Items order={order} look={tab} />
      )}
    </div>
  );
}
