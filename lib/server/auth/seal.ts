import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { oncePerProcess } from "../once.ts";
import { authSecret } from "./secret.ts";

const ivBytes = 12;
const tagBytes = 16;

/** A key of its own for what is sealed, made from the secret that signs sessions: the database alone opens nothing. */
function key(): Buffer {
  return oncePerProcess("seal key", () =>
    Buffer.from(hkdfSync("sha256", authSecret(), "", "till second factor", 32)),
  );
}

/** Seals a text for keeping in the database (AES-256-GCM; the IV and the tag come first). */
export function seal(text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Opens what was sealed; null when it was sealed under another `AUTH_SECRET`, or tampered with. */
export function unseal(sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const iv = bytes.subarray(0, ivBytes);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), iv);
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
