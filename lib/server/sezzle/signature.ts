import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Tells whether a webhook's `Sezzle-Signature` header belongs to these exact bytes: HMAC-SHA256 with the merchant's
 * private key (Sezzle's documentation), in hex, with or without `sha256=` before it (public verifiers). Takes the same
 * time whatever the digest, and never throws.
 */
export function verifySignature(rawBody: Uint8Array, header: string | null, privateKey: string): boolean {
  // Anyone can sign with an empty key.
  if (privateKey === "") return false;
  const digest = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(header?.trim() ?? "")?.[1];
  if (digest === undefined) return false;
  const expected = createHmac("sha256", privateKey).update(rawBody).digest();
  return timingSafeEqual(Buffer.from(digest, "hex"), expected);
}
