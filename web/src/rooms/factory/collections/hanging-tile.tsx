"use client";

import {
  ArrowLeft,
  ArrowLeftToLine,
  ArrowRight,
  ImageIcon,
  MoreHorizontal,
  Unlink,
} from "lucide-react";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import type { Tile } from "../gallery/data";
import { nameOf, Thumb } from "../gallery/tile";

interface HangingTileProps {
  product: Tile;
  isCover: boolean;
  readOnly: boolean;
  first: boolean;
  last: boolean;
  onOpen: () => void;
  onPlace: (to: "back" | "on" | "front") => void;
  onCover: () => void;
  onTakeOut: () => void;
}

/** A product in its place of a collection, with what can be done about that place. */
export function HangingTile(props: HangingTileProps) {
  const { product, isCover, readOnly, first, last, onOpen, onPlace, onCover, onTakeOut } = props;
  const name = nameOf(product);
  return (
    <div className="relative">
      <button
        type="button"
        data-product={product.id}
        aria-label={name}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Home"
        onClick={onOpen}
        className="block aspect-square w-full overflow-hidden rounded-sm inset-ring inset-ring-ink/10"
      >
        <Thumb product={product} size="medium" />
      </button>
      {isCover && (
        <span className="pointer-events-none absolute bottom-1.5 left-1.5 rounded-full bg-sheet">
          <Badge>cover</Badge>
        </span>
      )}
      {!readOnly && (
        <span className="absolute top-1.5 right-1.5 rounded-md bg-sheet">
          <Menu>
            <MenuTrigger asChild>
              <Button look="ghost" size="icon" aria-label={`What to do with ${name}`}>
                <MoreHorizontal />
              </Button>
            </MenuTrigger>
            <MenuContent align="end">
              {!first && (
                <>
                  <MenuItem onSelect={() => onPlace("front")}>
                    <ArrowLeftToLine /> Move to the front
                  </MenuItem>
                  <MenuItem onSelect={() => onPlace("back")}>
                    <ArrowLeft /> Move one back
                  </MenuItem>
                </>
              )}
              {!last && (
                <MenuItem onSelect={() => onPlace("on")}>
                  <ArrowRight /> Move one on
                </MenuItem>
              )}
              <MenuItem onSelect={onCover} disabled={isCover}>
                <ImageIcon /> Make it the cover
              </MenuItem>
              <MenuSeparator />
              <MenuItem onSelect={onTakeOut}>
                <Unlink /> Take it out
              </MenuItem>
            </MenuContent>
          </Menu>
        </span>
      )}
    </div>
  );
}
