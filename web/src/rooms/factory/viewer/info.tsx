"use client";

import { BadgeCheck, PenLine, Repeat2, Trash2 } from "lucide-react";
import { useState } from "react";
import { moment } from "@/format/time";
import { soon } from "@/patterns/soon";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import type { Picked } from "../gallery/product-picker";
import { Rate } from "../gallery/stars";
import { useCuration } from "../gallery/use-curation";
import type { Sheet } from "./data";
import { Downloads } from "./downloads";
import { fileRows, rowsOf } from "./facts";
import { Add, Chip, Facts, Part, Words } from "./info-parts";
import { Notes } from "./notes";
import { Similar } from "./similar";
import { useProductEdits } from "./use-product-edits";

const ProductPicker = soon(() =>
  import("../gallery/product-picker").then((file) => file.ProductPicker),
);

const OrderAgain = soon(() => import("./order-again").then((file) => file.OrderAgain));

interface InfoProps {
  product: Sheet;
  onChanged: () => void;
  onGone: () => void;
  onGo: (id: string) => void;
}

/** Everything that is known about a product, and what is thought of it. */
export function Info({ product, onChanged, onGone, onGo }: InfoProps) {
  const { can } = useSession();
  const { save, question } = useProductEdits(product);
  const [again, setAgain] = useState(false);
  const [picking, setPicking] = useState<Picked | null>(null);
  const { curate } = useCuration((_, change) => {
    if (change !== null && "delete" in change) onGone();
    else onChanged();
  });
  const readOnly = !can("product.curate");
  const { id, tags, collections, orderId, prompt, negativePrompt } = product;
  return (
    <aside
      aria-label="About the product"
      className="scroll-quiet grid content-start gap-5 overflow-y-auto border-line p-5 text-sm max-lg:border-t lg:border-l"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Rate
          rating={product.rating}
          disabled={readOnly}
          onRate={(rating) => void save({ rating })}
        />
        {product.hasContentCredentials && (
          <Badge look="accent">
            <BadgeCheck aria-hidden /> Content credentials
          </Badge>
        )}
      </div>
      <Words title="Prompt" text={prompt} />
      <Words title="Negative prompt" text={negativePrompt} />
      <div className="flex flex-wrap gap-2">
        {orderId !== null && can("order.place") && (
          <>
            <ButtonLink href={factoryPaths.orderFrom(orderId)} prefetch={false}>
              <PenLine /> Edit and order
            </ButtonLink>
            <Button onClick={() => setAgain(true)}>
              <Repeat2 /> Order again
            </Button>
          </>
        )}
        <Downloads product={product} />
        {!readOnly && product.deletedAt === null && (
          <Button look="quietDanger" onClick={() => void curate([id], { delete: true })}>
            <Trash2 /> Bin
          </Button>
        )}
      </div>
      <Part title="Tags">
        <ul className="flex flex-wrap items-center gap-1.5">
          {tags.map((tag) => (
            <Chip
              key={tag.id}
              name={`#${tag.name}`}
              href={`${factoryPaths.gallery()}?tags=${encodeURIComponent(tag.name)}`}
              onTakeOff={readOnly ? undefined : () => void curate([id], { removeTag: tag.name })}
            />
          ))}
          {!readOnly && <Add label="Add a tag" onAdd={() => setPicking("tag")} />}
        </ul>
      </Part>
      <Part title="Collections">
        <ul className="flex flex-wrap items-center gap-1.5">
          {collections.map((one) => (
            <Chip
              key={one.id}
              name={one.name}
              href={factoryPaths.collection(one.id)}
              onTakeOff={
                readOnly
                  ? undefined
                  : () => void curate([id], { removeFromCollection: one.id }, one.name)
              }
            />
          ))}
          {!readOnly && <Add label="Add to a collection" onAdd={() => setPicking("collection")} />}
        </ul>
      </Part>
      <Notes
        key={id}
        notes={product.notes}
        readOnly={readOnly}
        onSave={(notes) => save({ notes })}
      />
      <Facts title="Parameters" rows={rowsOf(product.parameters)} copy={product.parameters} />
      <Facts title="File" rows={fileRows(product)} />
      {product.provenance.map((made) => (
        <Facts
          key={made.orderItemId}
          title="Made by"
          rows={[
            ["Provider", made.provider],
            ["Model", made.model],
            ["Ordered", moment(made.createdAt)],
          ]}
          link={{ href: factoryPaths.orderOf(made.orderId), name: "See the order" }}
        />
      ))}
      <Similar id={id} onGo={onGo} />
      {question}
      {again && orderId !== null && (
        <OrderAgain orderId={orderId} onClose={() => setAgain(false)} />
      )}
      {picking !== null && (
        <ProductPicker
          what={picking}
          onPick={(change, name) => void curate([id], change, name)}
          onClose={() => setPicking(null)}
        />
      )}
    </aside>
  );
}
