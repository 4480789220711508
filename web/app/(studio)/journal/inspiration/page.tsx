import type { Metadata } from "next";
import { Suspense } from "react";
import { BoardPage } from "@/rooms/journal/inspiration/page";

export const metadata: Metadata = { title: "Inspiration" };

export default function Page() {
  return (
    <Suspense>
      <BoardPage />
    </Suspense>
  );
}
