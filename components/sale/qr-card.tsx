"use client";

import { useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";

/** The shopper's link as a picture to scan: the second way when a message does not arrive. It cannot charge twice. */
export function QrCard({ href }: { href: string }) {
  const words = useWords(saleScreenWords);
  const [failed, setFailed] = useState(false);
  return (
    <figure className="flex items-center gap-4 rounded-card border border-line bg-card p-4 @xl:flex-col">
      {failed ? (
        <p className="grid size-40 shrink-0 place-items-center rounded-small bg-sunken p-4 text-center text-body text-soft @xl:size-52">
          {words.qrFailed}
        </p>
      ) : (
        // White in the dark as well: many phones read only dark on light. A plain img: the picture is made per sale.
        // biome-ignore lint/performance/noImgElement: an image optimizer has nothing to do for a generated code
        <img
          src={href}
          alt={words.qrAlt}
          width={208}
          height={208}
          onError={() => setFailed(true)}
          className="size-40 shrink-0 rounded-small bg-white p-2 [image-rendering:pixelated] @xl:size-52"
        />
      )}
      <figcaption className="text-body font-medium text-balance text-soft @xl:text-center">
        {words.qrScan}
      </figcaption>
    </figure>
  );
}
