import type { Metadata } from "next";
import { Suspense } from "react";
import { GalleryPage } from "@/rooms/factory/gallery/page";

export const metadata: Metadata = { title: "Gallery" };

export default function Page() {
  return (
    <Suspense>
      <GalleryPage />
    </Suspense>
  );
}
