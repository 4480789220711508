"use client";

import { type FrameProps, RoomFrame } from "@/patterns/room-frame";
import { factoryPaths } from "@/routing/factory";

const pages = [
  { label: "New order", path: factoryPaths.order() },
  { label: "Orders", path: factoryPaths.orders() },
  { label: "Floor", path: factoryPaths.floor() },
  { label: "Gallery", path: factoryPaths.gallery() },
  { label: "Collections", path: factoryPaths.collections() },
  { label: "Templates", path: factoryPaths.templates() },
  { label: "Lookups", path: factoryPaths.lookups() },
  { label: "Providers", path: factoryPaths.providers() },
  { label: "Settings", path: factoryPaths.settings() },
] as const;

/** A page of the factory: its title, the way to the other pages, and what it shows. */
export function FactoryFrame(props: FrameProps) {
  return <RoomFrame name="Factory" pages={pages} {...props} />;
}
