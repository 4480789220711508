"use client";

import { Factory, Plus } from "lucide-react";
import { fuzzyRank } from "@/patterns/fuzzy";
import { factoryPaths } from "@/routing/factory";
import { Group, type Page, PageItem } from "./palette-parts";

interface PaletteFactoryProps {
  query: string;
  /** Pages that stand elsewhere already. */
  without: readonly Page[];
  onChoose: (path: string) => void;
}

export const factoryPages: readonly Page[] = [
  {
    label: "Order images",
    names: ["Order images", "New order"],
    path: factoryPaths.order(),
    icon: Plus,
  },
  { label: "Factory: orders", names: ["Orders"], path: factoryPaths.orders(), icon: Factory },
  {
    label: "Factory: production floor",
    names: ["Floor", "Production floor"],
    path: factoryPaths.floor(),
    icon: Factory,
  },
  { label: "Factory: gallery", names: ["Gallery"], path: factoryPaths.gallery(), icon: Factory },
  {
    label: "Factory: import files",
    names: ["Import"],
    path: factoryPaths.imports(),
    icon: Factory,
  },
  {
    label: "Factory: collections",
    names: ["Collections"],
    path: factoryPaths.collections(),
    icon: Factory,
  },
  {
    label: "Factory: templates",
    names: ["Templates"],
    path: factoryPaths.templates(),
    icon: Factory,
  },
  { label: "Factory: lookups", names: ["Lookups"], path: factoryPaths.lookups(), icon: Factory },
  {
    label: "Factory: providers and keys",
    names: ["Providers"],
    path: factoryPaths.providers(),
    icon: Factory,
  },
  { label: "Factory: settings", names: ["Settings"], path: factoryPaths.settings(), icon: Factory },
];

/** The pages of the factory; of these only the order form where nothing was typed. */
export function PaletteFactory({ query, without, onChoose }: PaletteFactoryProps) {
  const pages = factoryPages.filter((page) => !without.includes(page));
  const found = query === "" ? pages.slice(0, 1) : fuzzyRank(pages, query, ({ label }) => label);
  if (found.length === 0) return null;
  return (
    <Group heading="Factory">
      {found.map((page) => (
        <PageItem key={page.path} page={page} onChoose={onChoose} />
      ))}
    </Group>
  );
}
