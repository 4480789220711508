"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { moved, type ScrollSpace, scrollFor } from "@/patterns/gallery/scroll-space";

const restMs = 160;

export interface View extends ScrollSpace {
  width: number;
  height: number;
}

/**
 * The part of a very high layout that is seen. `inner` is as wide as the layout is; what is drawn
 * at `top` of it stands at `top + view.scroll - view.top` of the page that scrolls.
 */
export function useWindow(heightOf: () => number): {
  scroller: RefObject<HTMLDivElement | null>;
  inner: RefObject<HTMLDivElement | null>;
  view: View;
  onScroll: () => void;
  goTo: (top: number) => void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [view, setView] = useState<View>({ width: 0, height: 0, top: 0, scroll: 0 });
  const at = useRef<ScrollSpace>({ top: 0, scroll: 0 });
  const latest = useRef(heightOf);
  useLayoutEffect(() => {
    latest.current = heightOf;
  });

  useLayoutEffect(() => {
    const [element, content] = [scroller.current, inner.current];
    if (element === null || content === null) return undefined;
    const measure = () =>
      setView((before) => ({
        ...before,
        width: content.clientWidth,
        height: element.clientHeight,
      }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(content);
    return () => {
      observer.disconnect();
      clearTimeout(resting.current);
    };
  }, []);

  const show = useCallback((space: ScrollSpace) => {
    at.current = space;
    setView((before) => ({ ...before, ...space }));
  }, []);

  const goTo = useCallback(
    (top: number) => {
      const element = scroller.current;
      if (element === null) return;
      const height = latest.current();
      const wanted = Math.min(Math.max(0, height - element.clientHeight), Math.max(0, top));
      element.scrollTop = scrollFor(wanted, height, element.clientHeight);
      show({ top: wanted, scroll: element.scrollTop });
    },
    [show],
  );

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    show(moved(at.current, element.scrollTop, latest.current(), element.clientHeight));
    clearTimeout(resting.current);
    // Scrolling by hand leaves the bar a little behind; it is put right when nobody moves it.
    resting.current = setTimeout(() => {
      const right = scrollFor(at.current.top, latest.current(), element.clientHeight);
      if (Math.abs(right - element.scrollTop) < 2) return;
      element.scrollTop = right;
      show({ top: at.current.top, scroll: element.scrollTop });
    }, restMs);
  }, [show]);

  return { scroller, inner, view, onScroll, goTo };
}
