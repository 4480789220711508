"use client";

import { EyeOff, Globe, Images, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { count } from "@/format/time";
import { InlineText } from "@/patterns/inline-text";
import { factoryPaths } from "@/routing/factory";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import { Thumb } from "../gallery/tile";
import type { Collection } from "./data";
import { useCollectionActs } from "./use-collection-acts";

interface CollectionCardProps {
  collection: Collection;
  readOnly: boolean;
}

/** A collection by its cover; renamed where its name stands. */
export function CollectionCard({ collection, readOnly }: CollectionCardProps) {
  const { change, bin } = useCollectionActs();
  const title = useRef<{ edit: () => void }>(null);
  const { id, name, cover, productCount, isPublic } = collection;
  return (
    <li className="group relative grid min-w-0 content-start gap-1.5">
      <Link
        href={factoryPaths.collection(id)}
        prefetch={false}
        aria-label={`Open ${name}`}
        className="block aspect-4/3 overflow-hidden rounded-md bg-wash inset-ring inset-ring-ink/10"
      >
        {cover === null ? (
          <span className="grid size-full place-items-center text-ink-faint">
            <Images aria-hidden className="size-8" strokeWidth={1.25} />
          </span>
        ) : (
          <Thumb product={cover} size="medium" />
        )}
      </Link>
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1 pl-2">
          <InlineText
            ref={title}
            label={`Name of ${name}`}
            value={name}
            readOnly={readOnly}
            maxLength={200}
            refuse={(text) => (text === "" ? "A collection needs a name." : null)}
            onCommit={(text) => void change(collection, { name: text })}
            className="w-full font-medium text-sm"
          />
          <p className="flex items-center gap-2 text-ink-faint text-xs tabular-nums">
            {count(productCount, "product")}
            {isPublic && <Badge>public</Badge>}
          </p>
        </div>
        {!readOnly && (
          <Menu>
            <MenuTrigger asChild>
              <Button look="ghost" size="icon" aria-label={`What to do with ${name}`}>
                <MoreHorizontal />
              </Button>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem onSelect={() => setTimeout(() => title.current?.edit(), 0)}>
                <Pencil /> Rename
              </MenuItem>
              <MenuItem onSelect={() => void change(collection, { isPublic: !isPublic })}>
                {isPublic ? <EyeOff /> : <Globe />}
                {isPublic ? "Make private" : "Make public"}
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger onSelect={() => void bin(collection)}>
                <Trash2 /> Put into the bin
              </MenuItem>
            </MenuContent>
          </Menu>
        )}
      </div>
    </li>
  );
}
