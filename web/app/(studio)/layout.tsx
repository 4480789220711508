import type { ReactNode } from "react";
import { Studio } from "@/shell/studio";

export default function Layout({ children }: { children: ReactNode }) {
  return <Studio>{children}</Studio>;
}
