import type { Metadata } from "next";
import { Suspense } from "react";
import { PiecePage } from "@/rooms/journal/piece/page";

export const metadata: Metadata = { title: "Piece" };

/** The export holds one page for every piece; the server answers with it for any id. */
export const generateStaticParams = () => [{ id: "_" }];

export default function Page() {
  return (
    <Suspense>
      <PiecePage />
    </Suspense>
  );
}
