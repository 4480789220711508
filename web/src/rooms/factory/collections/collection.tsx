"use client";

import { EyeOff, Globe, LayoutGrid, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { count } from "@/format/time";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { InlineText } from "@/patterns/inline-text";
import { factoryPaths } from "@/routing/factory";
import { useRouteParams } from "@/routing/use-route-params";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useCollection } from "./data";
import { Hanging } from "./hanging";
import { useCollectionActs } from "./use-collection-acts";

/** The page of one collection, whichever the address names. */
export function CollectionPageBody() {
  const params = useRouteParams("/factory/collections/[id]");
  return params === null ? null : <OneCollection key={params.id} id={params.id} />;
}

function OneCollection({ id }: { id: string }) {
  useLiveFactory();
  const router = useRouter();
  const { can } = useSession();
  const { collection, problem, retry } = useCollection(id);
  const { change, bin } = useCollectionActs();
  const readOnly = !can("product.curate");
  if (problem !== undefined || collection === undefined || collection === null) {
    return (
      <FactoryFrame title="Collection">
        {problem !== undefined ? (
          <ErrorState what="The collection didn’t load" problem={problem} retry={retry} />
        ) : collection === null ? (
          <EmptyState
            title="No such collection here"
            actions={<ButtonLink href={factoryPaths.collections()}>All collections</ButtonLink>}
          >
            <p>It may be in the bin, or it belongs to another organisation.</p>
          </EmptyState>
        ) : (
          <Delayed>
            <Skeleton className="m-6 h-40" />
          </Delayed>
        )}
      </FactoryFrame>
    );
  }
  const { name, description, isPublic, productCount } = collection;
  return (
    <FactoryFrame
      title={name}
      actions={
        <>
          <ButtonLink
            look="ghost"
            href={`${factoryPaths.gallery()}?collection=${encodeURIComponent(id)}`}
            aria-label="See it in the gallery"
            title="See it in the gallery"
          >
            <LayoutGrid /> <span className="max-sm:hidden">In the gallery</span>
          </ButtonLink>
          {!readOnly && (
            <>
              <Button
                look="ghost"
                aria-pressed={isPublic}
                aria-label="Public"
                onClick={() => void change(collection, { isPublic: !isPublic })}
              >
                {isPublic ? <Globe /> : <EyeOff />}
                <span className="max-sm:hidden">{isPublic ? "Public" : "Private"}</span>
              </Button>
              <Button
                look="quietDanger"
                aria-label="Put into the bin"
                title="Put into the bin"
                onClick={() =>
                  void bin(collection).then((done) => {
                    if (done) router.push(factoryPaths.collections());
                  })
                }
              >
                <Trash2 />
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="grid gap-4 px-4 py-5 md:px-6">
        <div className="grid max-w-2xl gap-1 pl-2">
          <InlineText
            label="Name"
            value={name}
            readOnly={readOnly}
            maxLength={200}
            refuse={(text) => (text === "" ? "A collection needs a name." : null)}
            onCommit={(text) => void change(collection, { name: text })}
            className="display w-full text-xl"
          />
          <InlineText
            label="Description"
            value={description}
            readOnly={readOnly}
            multiline
            maxLength={2000}
            placeholder="What it is for"
            onCommit={(text) => void change(collection, { description: text })}
            className="w-full text-ink-soft text-sm"
          />
          <p className="text-ink-faint text-xs tabular-nums">{count(productCount, "product")}</p>
        </div>
        <Hanging collection={collection} readOnly={readOnly} />
      </div>
    </FactoryFrame>
  );
}
