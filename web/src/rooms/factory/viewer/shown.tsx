"use client";

import { ChevronLeft, ChevronRight, Heart, Maximize, Minus, PanelRight, Plus } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { nameOf } from "../gallery/tile";
import { Bar } from "./bar";
import type { Sheet } from "./data";
import { FilmStrip } from "./film-strip";
import { Info } from "./info";
import type { PictureHandle } from "./picture";
import { pressed } from "./picture-keys";
import { Stage } from "./stage";
import { useProductEdits } from "./use-product-edits";
import { type Look, whole } from "./zoom";

export interface ShownProps {
  id: string;
  previous: string | null;
  next: string | null;
  /** What stands beside it, with it; empty where that isn't known. */
  strip: readonly string[];
  /** Null closes. */
  onGo: (id: string | null) => void;
  /** Takes the focus once it is closed; without it the focus goes where it was. */
  onClosed?: () => void;
}

export type KeyHandle = (event: KeyboardEvent) => void;

interface Props extends ShownProps {
  product: Sheet;
  reread: () => void;
  /** Takes the keys that were pressed anywhere in the viewer. */
  ref: Ref<KeyHandle>;
}

/** The product, what is beside it and what is known about it. */
export function Shown(props: Props) {
  const { id, product, previous, next, strip, onGo, reread, ref } = props;
  const { can } = useSession();
  const { save, question } = useProductEdits(product);
  const [kept, setKept] = useState<{ id: string; look: Look }>({ id, look: whole });
  const [info, setInfo] = useState(true);
  const picture = useRef<PictureHandle>(null);
  const look = kept.id === id ? kept.look : whole;
  const readOnly = !can("product.curate");
  useImperativeHandle(ref, () => (event: KeyboardEvent) => {
    if (event.key === "i") setInfo(!info);
    else if (event.key === "l" && !readOnly) void save({ liked: !product.liked });
    else if (/^[1-5]$/.test(event.key) && !readOnly) void save({ rating: Number(event.key) });
    else if (!pressed(event, picture.current)) return;
    event.preventDefault();
  });
  const isPicture = product.type === "IMAGE";
  return (
    <>
      <Bar title={nameOf(product)}>
        <Tool
          label={product.liked ? "No longer like it" : "Like"}
          pressed={product.liked}
          disabled={readOnly}
          onClick={() => void save({ liked: !product.liked })}
        >
          <Heart className={cn(product.liked && "fill-current text-danger-text")} />
        </Tool>
        {isPicture && (
          <span className="contents max-sm:hidden">
            <Tool label="Smaller" onClick={() => picture.current?.zoom(1 / 1.5)}>
              <Minus />
            </Tool>
            <Tool label="Larger" onClick={() => picture.current?.zoom(1.5)}>
              <Plus />
            </Tool>
            <Tool label="The whole" onClick={() => picture.current?.show("whole")}>
              <Maximize />
            </Tool>
            <Tool label="Pixel for pixel" onClick={() => picture.current?.show("actual")}>
              <span aria-hidden className="text-2xs tabular-nums">
                1:1
              </span>
            </Tool>
          </span>
        )}
        <Tool label="Previous" disabled={previous === null} onClick={() => onGo(previous)}>
          <ChevronLeft />
        </Tool>
        <Tool label="Next" disabled={next === null} onClick={() => onGo(next)}>
          <ChevronRight />
        </Tool>
        <Tool label="About the product" pressed={info} onClick={() => setInfo(!info)}>
          <PanelRight />
        </Tool>
      </Bar>
      <div
        className={cn(
          "grid min-h-0 flex-1 max-lg:overflow-y-auto lg:grid-rows-[minmax(0,1fr)]",
          info && "max-lg:grid-rows-[minmax(50dvh,auto)_auto] lg:grid-cols-[minmax(0,1fr)_22rem]",
        )}
      >
        <div className="flex min-h-0 min-w-0 flex-col bg-wash">
          <div className="min-h-0 flex-1">
            <Stage
              key={id}
              ref={picture}
              product={product}
              look={look}
              onLook={(now) => setKept({ id, look: now })}
            />
          </div>
          <FilmStrip id={id} strip={strip} onGo={onGo} />
        </div>
        {info && (
          <Info
            product={product}
            onChanged={reread}
            onGone={() => onGo(next ?? previous)}
            onGo={onGo}
          />
        )}
      </div>
      {question}
    </>
  );
}

interface ToolProps {
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, pressed, disabled, onClick, children }: ToolProps) {
  return (
    <Button
      look="ghost"
      size="iconLg"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
