"use client";

import { Columns2, SplitSquareHorizontal } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { factoryPaths } from "@/routing/factory";
import { useQuery } from "@/routing/use-query";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { cn } from "@/ui/cn";
import { Segments } from "@/ui/segments";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { nameOf } from "../gallery/tile";
import type { Sheet } from "../viewer/data";
import type { PictureHandle } from "../viewer/picture";
import { pressed } from "../viewer/picture-keys";
import { Stage } from "../viewer/stage";
import { type Look, whole } from "../viewer/zoom";
import { comparedIn } from "./asked";
import { useCompared } from "./data";
import { Differences } from "./differences";
import { type Pair, PairPicker } from "./pair-picker";
import { Slider } from "./slider";

const ways = [
  { value: "beside", label: "Side by side" },
  { value: "slider", label: "Slider" },
] as const;

/** Two to four products beside each other, looked into at the same place. */
export function Compare() {
  const { query } = useQuery();
  const ids = comparedIn(query);
  const { products, isWaiting, problem, retry } = useCompared(ids);
  return (
    <FactoryFrame title="Compare" still>
      {problem !== undefined ? (
        <ErrorState what="The products didn’t load" problem={problem} retry={retry} />
      ) : isWaiting ? (
        <Delayed>
          <Skeleton className="m-6 h-60" />
        </Delayed>
      ) : products.length < 2 ? (
        <EmptyState
          title="Nothing to compare"
          actions={<ButtonLink href={factoryPaths.gallery()}>Gallery</ButtonLink>}
        >
          <p>Select two to four products in the gallery, then choose “Compare”.</p>
        </EmptyState>
      ) : (
        <Compared products={products} />
      )}
    </FactoryFrame>
  );
}

function Compared({ products }: { products: readonly Sheet[] }) {
  const [look, setLook] = useState<Look>(whole);
  const [way, setWay] = useState<"beside" | "slider">("beside");
  const first = useRef<PictureHandle>(null);
  const pictures = products.filter(({ type }) => type === "IMAGE");
  const [pair, setPair] = useState<Pair>([0, 1]);
  const [one, other] = [pictures[pair[0]], pictures[pair[1]]];
  const canSlide = one !== undefined && other !== undefined;
  const slides = canSlide && way === "slider";
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).matches("input, select")) return;
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (pressed(event, first.current)) event.preventDefault();
  };
  return (
    <div className="scroll-quiet flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-3 py-2.5 md:px-5">
        {canSlide && <Segments label="How" value={way} options={ways} onChange={setWay} />}
        {slides && pictures.length > 2 && (
          <PairPicker names={pictures.map(nameOf)} pair={pair} onPair={setPair} />
        )}
        <Button look="ghost" onClick={() => first.current?.show("whole")}>
          <Columns2 /> The whole
        </Button>
        <Button look="ghost" onClick={() => first.current?.show("actual")}>
          <SplitSquareHorizontal /> Pixel for pixel
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons above do the same */}
      <div onKeyDown={onKeyDown} className="flex min-h-[60dvh] shrink-0 grow flex-col">
        {slides ? (
          <Slider ref={first} left={one} right={other} look={look} onLook={setLook} />
        ) : (
          <ul
            aria-label="Products"
            className={cn(
              "grid grow gap-px bg-line",
              products.length === 3 ? "sm:grid-cols-3" : "sm:grid-cols-2",
              products.length === 4 && "sm:grid-rows-2",
            )}
          >
            {products.map((product, index) => (
              <li key={product.id} className="flex min-h-[40dvh] min-w-0 flex-col bg-wash">
                <div className="min-h-0 flex-1">
                  <Stage
                    ref={index === 0 ? first : null}
                    product={product}
                    look={look}
                    onLook={setLook}
                  />
                </div>
                <a
                  href={factoryPaths.gallery(product.id)}
                  className="truncate bg-sheet px-3 py-1.5 text-xs hover:underline"
                >
                  {index + 1}. {nameOf(product)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Differences products={products} />
    </div>
  );
}
