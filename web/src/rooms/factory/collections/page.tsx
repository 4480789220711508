"use client";

import { soon } from "@/patterns/soon";

/** Comes after the frame around it, so that no other page carries it. */
export const CollectionsPage = soon(() => import("./collections").then((file) => file.Collections));

export const CollectionPage = soon(() =>
  import("./collection").then((file) => file.CollectionPageBody),
);
