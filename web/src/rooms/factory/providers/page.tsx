"use client";

import { soon } from "@/patterns/soon";

/** Comes after the frame around it, so that no other page carries it. */
export const ProvidersPage = soon(() => import("./providers").then((file) => file.Providers));
