import type { Metadata } from "next";
import { ProjectList } from "@/rooms/projects/list";

export const metadata: Metadata = { title: "Projects" };

export default function Page() {
  return <ProjectList />;
}
