"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { useListKeys } from "@/patterns/use-list-keys";
import { useSettled } from "@/patterns/use-settled";
import { factoryPaths } from "@/routing/factory";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useProjectChoices } from "../order/data";
import { useOrders } from "./data";
import { statusesOf } from "./filters";
import { OrderRow } from "./order-row";
import { orderStatuses } from "./status";

/** Every order, the latest first: how far it is and what it costs. */
export function Orders() {
  useLiveFactory();
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const [text, setText] = useState(query.get("q") ?? "");
  const search = useSettled(text.trim());
  const name = query.get("status");
  const status = statusesOf(name);
  const projectId = query.get("project");
  const projects = useProjectChoices();
  const { orders, problem, retry, hasMore, loadMore, idle } = useOrders({
    status,
    search: search || null,
    projectId,
  });
  const keys = useListKeys("orders");
  const box = useRef<HTMLInputElement>(null);
  useShortcut("filter", () => box.current?.focus());
  const filtered = search !== "" || status !== null || projectId !== null;
  return (
    <FactoryFrame
      title="Orders"
      actions={
        can("order.place") && (
          <ButtonLink href={factoryPaths.order()} look="solid">
            <Plus /> New order
          </ButtonLink>
        )
      }
    >
      <div className="mx-auto grid max-w-6xl gap-3 px-3 py-4 md:px-6">
        <div className="flex flex-wrap gap-2 px-1">
          <Input
            ref={box}
            type="search"
            aria-label="Search prompts"
            placeholder="Search prompts"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setQuery({ q: target.value.trim() });
            }}
            className="min-w-40 max-w-80 flex-1"
          />
          <Select
            aria-label="Status"
            value={status === null ? "" : (name ?? "")}
            onChange={({ target }) => setQuery({ status: target.value })}
          >
            <option value="">All</option>
            <option value="open">Under way</option>
            <option value="over">Over</option>
            {orderStatuses.map(({ value, label }) => (
              <option key={value} value={value.toLowerCase()}>
                {label}
              </option>
            ))}
          </Select>
          {(projects.length > 0 || projectId !== null) && (
            <Select
              aria-label="Project"
              value={projectId ?? ""}
              onChange={({ target }) => setQuery({ project: target.value })}
              className="max-w-48"
            >
              <option value="">Every project</option>
              {projects.map(({ id, name: called }) => (
                <option key={id} value={id}>
                  {called}
                </option>
              ))}
            </Select>
          )}
        </div>
        {problem !== undefined ? (
          <ErrorState what="The orders didn’t load" problem={problem} retry={retry} />
        ) : orders === undefined ? (
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        ) : orders.length === 0 ? (
          <EmptyState
            title={filtered ? "No order like that" : "Nothing ordered yet"}
            actions={
              !filtered &&
              can("order.place") && (
                <ButtonLink href={factoryPaths.order()}>Place the first order</ButtonLink>
              )
            }
          >
            <p>
              An order is one text that becomes many pictures. It keeps what was asked for, what
              each picture cost, and what went wrong, so that it can be placed again, changed or
              not.
            </p>
          </EmptyState>
        ) : (
          <ul ref={keys.list} aria-label="Orders" className="grid">
            {orders.map((order) => (
              <li key={order.id} className="border-line border-b last:border-b-0">
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
        )}
        {hasMore && (
          <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
            Show more
          </Button>
        )}
      </div>
    </FactoryFrame>
  );
}
