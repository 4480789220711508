import type { Metadata } from "next";
import { Suspense } from "react";
import { PiecesPage } from "@/rooms/journal/pieces/page";

export const metadata: Metadata = { title: "Pieces" };

export default function Page() {
  return (
    <Suspense>
      <PiecesPage />
    </Suspense>
  );
}
