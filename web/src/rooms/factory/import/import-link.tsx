"use client";

import { ImageUp } from "lucide-react";
import { factoryPaths } from "@/routing/factory";
import { ButtonLink } from "@/ui/button-link";
import { useImports } from "./imports";
import { summaryOf } from "./summary";

/** The way to the import; while files come in it says how far they are. */
export function ImportLink() {
  const { entries } = useImports();
  const { open, percent } = summaryOf(entries);
  return (
    <ButtonLink href={factoryPaths.imports()}>
      <ImageUp />
      <span className="max-sm:sr-only">{open > 0 ? `Importing, ${percent}%` : "Import"}</span>
    </ButtonLink>
  );
}
