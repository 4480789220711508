"use client";

import { soon } from "@/patterns/soon";

/** Comes after the frame around it, so that no other page carries it. */
export const NewOrderPage = soon(() => import("./new-order").then((file) => file.NewOrder));
