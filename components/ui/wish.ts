"use client";

import { useRef } from "react";

/** A random UUID. `crypto.randomUUID` exists on secure pages alone; a till on plain http in the shop's network gets one too. */
function newWishId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}

/** A wish as it can be kept over a reload: its id, and what was wished. */
export type KeptWish = { content: string; wishId: string };

export type Wish = {
  /** The id of this wish: the same for the same content until it is settled, another for other content. */
  idFor: (content: string) => string;
  /** The wish is fulfilled or refused for certain: the next one is a new one, even with the same content. */
  settle: () => void;
  /** The wish that is not settled, to be kept; null when there is none. */
  kept: () => KeptWish | null;
  /** Goes on with a wish that was kept. */
  resume: (wish: KeptWish | null) => void;
};

/** Keeps one id over every try of one wish, so that the server can tell a retry from a second wish. */
export function useWish(): Wish {
  const current = useRef<KeptWish | null>(null);
  return {
    idFor(content) {
      if (current.current?.content !== content) current.current = { content, wishId: newWishId() };
      return current.current.wishId;
    },
    settle() {
      current.current = null;
    },
    kept: () => current.current,
    resume(wish) {
      current.current = wish;
    },
  };
}
