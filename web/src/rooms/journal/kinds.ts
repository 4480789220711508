import {
  Archive,
  FileText,
  Flag,
  Frame,
  Image,
  Lightbulb,
  type LucideIcon,
  Mic,
  NotebookPen,
} from "lucide-react";

const known: Readonly<Record<string, { label: string; icon: LucideIcon }>> = {
  log: { label: "Note", icon: NotebookPen },
  transcript: { label: "Recording", icon: Mic },
  recording: { label: "Recording", icon: Mic },
  asset: { label: "File", icon: Image },
  brief: { label: "Brief", icon: FileText },
  milestone: { label: "Milestone", icon: Flag },
  inspiration: { label: "Inspiration", icon: Lightbulb },
  artrecord: { label: "Piece", icon: Frame },
  project: { label: "Piece", icon: Frame },
};

/** What a kind of record is called and looks like, wherever kinds are mixed. */
export function kindOf(kind: string): { label: string; icon: LucideIcon } {
  return known[kind.toLowerCase().replace(/[^a-z]/g, "")] ?? { label: kind, icon: Archive };
}
