"use client";

import { type Ref, useState } from "react";
import type { Sheet } from "../viewer/data";
import { Picture, type PictureHandle } from "../viewer/picture";
import type { Look } from "../viewer/zoom";

interface SliderProps {
  left: Sheet;
  right: Sheet;
  look: Look;
  onLook: (look: Look) => void;
  ref: Ref<PictureHandle>;
}

/** Two pictures in one place, with an edge between them that is moved. */
export function Slider({ left, right, look, onLook, ref }: SliderProps) {
  const [percent, setPercent] = useState(50);
  return (
    <div className="relative min-h-[60dvh] grow bg-wash">
      <div className="absolute inset-0 bottom-12">
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
          <Picture ref={ref} product={left} url={left.url} look={look} onLook={onLook} />
        </div>
        <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${percent}%)` }}>
          <Picture product={right} url={right.url} look={look} onLook={onLook} />
        </div>
        <span
          aria-hidden
          style={{ left: `${percent}%` }}
          className="pointer-events-none absolute inset-y-0 w-0.5 bg-accent"
        />
      </div>
      <input
        type="range"
        min={0}
        max={100}
        step={0.5}
        value={percent}
        aria-label="The edge between the pictures"
        aria-valuetext={`${Math.round(percent)} % of the first`}
        onChange={({ target }) => setPercent(Number(target.value))}
        className="absolute inset-x-0 bottom-3 w-full accent-accent"
      />
    </div>
  );
}
