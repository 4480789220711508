"use client";

import { Factory, Plus } from "lucide-react";
import { fuzzyRank } from "@/patterns/fuzzy";
import { factoryPaths } from "@/routing/factory";
import { Group, Item } from "./palette-parts";

interface PaletteFactoryProps {
  query: string;
  onChoose: (path: string) => void;
}

const pages = [
  { label: "Order images", path: factoryPaths.order(), icon: Plus },
  { label: "Factory: orders", path: factoryPaths.orders(), icon: Factory },
  { label: "Factory: production floor", path: factoryPaths.floor(), icon: Factory },
  { label: "Factory: gallery", path: factoryPaths.gallery(), icon: Factory },
  { label: "Factory: collections", path: factoryPaths.collections(), icon: Factory },
  { label: "Factory: templates", path: factoryPaths.templates(), icon: Factory },
  { label: "Factory: lookups", path: factoryPaths.lookups(), icon: Factory },
  { label: "Factory: providers and keys", path: factoryPaths.providers(), icon: Factory },
  { label: "Factory: settings", path: factoryPaths.settings(), icon: Factory },
] as const;

/** The pages of the factory; of these only the order form where nothing was typed. */
export function PaletteFactory({ query, onChoose }: PaletteFactoryProps) {
  const found = query === "" ? pages.slice(0, 1) : fuzzyRank(pages, query, ({ label }) => label);
  if (found.length === 0) return null;
  return (
    <Group heading="Factory">
      {found.map(({ label, path, icon: Icon }) => (
        <Item key={path} value={path} onSelect={() => onChoose(path)}>
          <Icon aria-hidden className="size-3.5 text-ink-faint" />
          {label}
        </Item>
      ))}
    </Group>
  );
}
