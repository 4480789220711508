"use client";

import { soon } from "@/patterns/soon";

/** Comes after the frame around it, so that no other page carries it. */
export const ImportPage = soon(() => import("./import").then((file) => file.Import));
