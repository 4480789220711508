"use client";

import { type FrameProps, RoomFrame } from "@/patterns/room-frame";
import { journalPaths } from "@/routing/journal";

const pages = [
  { label: "Stream", path: journalPaths.stream() },
  { label: "Pieces", path: journalPaths.projects() },
  { label: "Gallery", path: journalPaths.gallery() },
  { label: "Inspiration", path: journalPaths.inspiration() },
  { label: "Search", path: journalPaths.search() },
  { label: "Insights", path: journalPaths.insights() },
  { label: "Archive", path: journalPaths.archive() },
  { label: "Settings", path: journalPaths.settings() },
] as const;

/** A page of the journal: its title, the way to the other pages, and what it shows. */
export function JournalFrame(props: FrameProps) {
  return <RoomFrame name="Journal" pages={pages} {...props} />;
}
