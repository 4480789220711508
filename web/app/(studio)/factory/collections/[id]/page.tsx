import type { Metadata } from "next";
import { Suspense } from "react";
import { CollectionPage } from "@/rooms/factory/collections/page";

export const metadata: Metadata = { title: "Collection" };

/** The export holds one page for every collection; the server answers with it for any id. */
export const generateStaticParams = () => [{ id: "_" }];

export default function Page() {
  return (
    <Suspense>
      <CollectionPage />
    </Suspense>
  );
}
