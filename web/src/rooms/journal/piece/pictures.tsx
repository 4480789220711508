"use client";

import Link from "next/link";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { ratioOf } from "@/patterns/gallery/wall-layout";
import { onThisHost } from "@/rest/address";
import { journalPaths } from "@/routing/journal";
import { type Cover, usePictures } from "../pieces/data";

const shown = 8;

/** The latest pictures of a piece in one row; all of them are a tab away. */
export function Pictures({ projectId }: { projectId: string }) {
  const pictures = usePictures(projectId, shown).filter(({ urls }) => urls.medium !== null);
  if (pictures.length === 0) return null;
  return (
    <ul
      aria-label="Latest pictures"
      className="scroll-quiet -mx-4 flex gap-1.5 overflow-x-auto px-4 md:mx-0 md:px-0"
    >
      {pictures.map((picture) => (
        <li key={picture.id} className="shrink-0">
          <Picture picture={picture} projectId={projectId} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ picture, projectId }: { picture: Cover; projectId: string }) {
  const { id, alt, fileName, urls, width, height, thumbhash, colours } = picture;
  const waiting = usePlaceholder(thumbhash, colours[0]?.hex);
  const sharp = onThisHost(urls.large);
  const source = onThisHost(urls.medium);
  return (
    <Link
      href={`${journalPaths.project(projectId, "assets")}&asset=${encodeURIComponent(id)}`}
      prefetch={false}
      className="block"
    >
      {/* biome-ignore lint/performance/noImgElement: the address is signed and already of the right size */}
      <img
        src={source}
        srcSet={sharp && `${source} 1x, ${sharp} 2x`}
        alt={alt || fileName}
        width={Math.round(160 * ratioOf(width, height))}
        height={160}
        {...waiting}
        className="h-32 w-auto rounded-sm object-cover md:h-40"
      />
    </Link>
  );
}
