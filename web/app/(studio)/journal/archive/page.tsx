import type { Metadata } from "next";
import { Suspense } from "react";
import { ArchiveListPage } from "@/rooms/journal/archive/page";

export const metadata: Metadata = { title: "Archive" };

export default function Page() {
  return (
    <Suspense>
      <ArchiveListPage />
    </Suspense>
  );
}
