"use client";

import { soon } from "@/patterns/soon";

/** Comes after the frame around it, so that no other page carries it. */
export const FloorPage = soon(() => import("./floor").then((file) => file.Floor));
