"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { paths } from "@/routing/paths";

/** The front door: it leads to the projects, which ask for signing in if need be. */
export function Home() {
  const router = useRouter();
  useEffect(() => router.replace(paths.projects()), [router]);
  return null;
}
