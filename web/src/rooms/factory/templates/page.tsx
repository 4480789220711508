"use client";

import { soon } from "@/patterns/soon";

/** Comes after the frame around it, so that no other page carries it. */
export const TemplatesPage = soon(() => import("./templates").then((file) => file.Templates));
