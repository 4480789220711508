import type { Metadata } from "next";
import { ProjectDetail } from "@/rooms/projects/detail";

export const metadata: Metadata = { title: "Project" };

/** The export holds one page for every project; the server answers with it for any id. */
export const generateStaticParams = () => [{ id: "_" }];

export default function Page() {
  return <ProjectDetail />;
}
