"use client";

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { actualScale, held, type Look, pushed, type Size, whole, zoomedAt } from "./zoom";

interface Finger {
  x: number;
  y: number;
}

/** Wheel, drag, pinch and double click on a picture in a frame, as changes of how it is looked at. */
export function useHands(
  frame: RefObject<HTMLElement | null>,
  picture: Size,
  look: Look,
  onLook: (look: Look) => void,
) {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const fingers = useRef(new Map<number, Finger>());
  const now = useRef({ look, onLook, picture });
  useEffect(() => {
    now.current = { look, onLook, picture };
  });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const onWheel = (event: WheelEvent) => {
      // React listens passively, and the page must not scroll or zoom as well.
      event.preventDefault();
      const { look: before, onLook: change, picture: shown } = now.current;
      const box = element.getBoundingClientRect();
      const point = { x: event.clientX - box.left, y: event.clientY - box.top };
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016));
      change(zoomedAt(before, factor, point, shown, { width: box.width, height: box.height }));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, [frame]);

  const pointIn = (event: { clientX: number; clientY: number }): Finger => {
    const box = frame.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, pointIn(event));
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const after = pointIn(event);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, after);
    let next = pushed(
      look,
      (after.x - before.x) / fingers.current.size,
      (after.y - before.y) / fingers.current.size,
      picture,
      size,
    );
    if (other !== undefined) {
      const apart = (finger: Finger) => Math.hypot(finger.x - other.x, finger.y - other.y);
      const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
      next = zoomedAt(next, apart(after) / Math.max(1, apart(before)), middle, picture, size);
    }
    onLook(next);
  };
  const onPointerUp = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  const onDoubleClick = (event: { clientX: number; clientY: number }) => {
    const actual = Math.max(2, actualScale(picture, size));
    onLook(look.scale > 1.01 ? whole : zoomedAt(look, actual, pointIn(event), picture, size));
  };
  return {
    size,
    shown: held(look, picture, size),
    hands: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onDoubleClick,
    },
  };
}
