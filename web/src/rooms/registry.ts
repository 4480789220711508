import {
  Factory,
  FlaskConical,
  type LucideIcon,
  NotebookPen,
  ShieldCheck,
  Workflow,
} from "lucide-react";
import { paths } from "@/routing/paths";

interface Room {
  id: "journal" | "factory" | "guard" | "workbench" | "lab";
  name: string;
  /** One line that says what the room is for. */
  purpose: string;
  icon: LucideIcon;
  /** Where the room opens; null while this version doesn't have it. */
  path: string | null;
}

/** The rooms of the house, in the order of the rail. A room is lit by giving it a path. */
export const rooms: readonly Room[] = [
  {
    id: "journal",
    name: "Journal",
    purpose: "Talk about your work; it becomes logs, hours and milestones",
    icon: NotebookPen,
    path: paths.journal(),
  },
  {
    id: "factory",
    name: "Factory",
    purpose: "Order images, expand prompts, curate what comes back",
    icon: Factory,
    path: paths.factory(),
  },
  {
    id: "guard",
    name: "Guard",
    purpose: "Learn to tell an authentic work from a forgery",
    icon: ShieldCheck,
    path: null,
  },
  {
    id: "workbench",
    name: "Workbench",
    purpose: "Build flows of agents and run them",
    icon: Workflow,
    path: null,
  },
  {
    id: "lab",
    name: "Lab",
    purpose: "Experiments, runs, datasets and models",
    icon: FlaskConical,
    path: null,
  },
];
