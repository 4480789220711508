"use client";

import { useRouter } from "next/navigation";
import { EmptyState } from "@/patterns/empty-state";
import type { Look } from "@/patterns/gallery/day-shape";
import { factoryPaths } from "@/routing/factory";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { cn } from "@/ui/cn";
import { FactoryFrame } from "../frame";
import { ImportLink } from "../import/import-link";
import { useImports } from "../import/imports";
import { useDrop } from "../import/use-drop";
import { useLiveFactory } from "../live/data";
import { FilterBar } from "./filter-bar";
import { askedOf, type Filters, filtersOf, numberOf, queryOf } from "./filters";
import { Products } from "./products";

const looks: readonly Look[] = ["wall", "list"];

/** Everything that was made, latest first, by day. */
export function Gallery() {
  useLiveFactory();
  const router = useRouter();
  const { query, setQuery } = useQuery();
  const filters = filtersOf(query);
  const look = looks.find((one) => one === query.get("look")) ?? "squares";
  const asked = askedOf(filters);
  const { can } = useSession();
  const mayImport = can("product.import");
  const { queue, tenant } = useImports();
  const { isOver, handlers } = useDrop((files) => {
    queue.add(files, { tenant, projectId: null, tags: "" });
    router.push(factoryPaths.imports());
  }, mayImport);
  const narrowed = numberOf(filters) > 0 || filters.search !== "";
  return (
    <FactoryFrame
      title="Gallery"
      still
      actions={
        <>
          {mayImport && <ImportLink />}
          <ButtonLink look="ghost" href={factoryPaths.bin()}>
            Bin
          </ButtonLink>
        </>
      }
    >
      <div
        {...handlers}
        className={cn(
          "flex min-h-0 flex-1 flex-col",
          isOver && "outline-2 outline-accent-text -outline-offset-4",
        )}
      >
        <FilterBar
          filters={filters}
          look={look}
          onChange={(change) => setQuery(queryOf(change))}
          onLook={(next) => setQuery({ look: next === "squares" ? null : next })}
        />
        <Products
          key={JSON.stringify(asked)}
          asked={asked}
          look={look}
          onCompare={(ids) => {
            if (ids.length >= 2 && ids.length <= 4) router.push(factoryPaths.compare(ids));
          }}
          empty={
            narrowed ? (
              <EmptyState
                title="Nothing like that"
                actions={<Button onClick={() => setQuery(queryOf(none))}>Show everything</Button>}
              >
                <p>No product matches all of the filters.</p>
              </EmptyState>
            ) : (
              <EmptyState
                title="Nothing made yet"
                actions={
                  <ButtonLink look="solid" href={factoryPaths.order()}>
                    Place an order
                  </ButtonLink>
                }
              >
                <p>
                  What your orders bring hangs here, by day. Like what is good, rate it, tag it, and
                  put it into collections. What was made elsewhere can be dropped here.
                </p>
              </EmptyState>
            )
          }
        />
      </div>
    </FactoryFrame>
  );
}

const none: Filters = filtersOf(new URLSearchParams());
