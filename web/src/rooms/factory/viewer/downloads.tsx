"use client";

import { Download } from "lucide-react";
import { attempt } from "@/patterns/attempt";
import { say } from "@/patterns/toast";
import { onThisHost } from "@/rest/address";
import { saveProduct } from "@/rest/factory-export";
import { useSession } from "@/session/session";
import { Button, buttonLook } from "@/ui/button";
import type { Sheet } from "./data";

/** The file with its recipe in it, and as it was made. */
export function Downloads({ product }: { product: Sheet }) {
  const { me } = useSession();
  const { id } = product;
  const save = () =>
    attempt("Nothing was downloaded", async () => {
      if (!(await saveProduct(me.tenant.id, id))) {
        say("The file could not be downloaded");
      }
    });
  return (
    <>
      <Button title="With prompt and parameters in the file" onClick={() => void save()}>
        <Download /> Download
      </Button>
      <a
        href={onThisHost(product.downloadUrl)}
        download
        title="The file as it was made"
        className={buttonLook({ look: "ghost" })}
      >
        Original
      </a>
    </>
  );
}
