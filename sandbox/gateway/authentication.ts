import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { isoTime, type Sandbox } from "../sandbox.ts";
import { parseBody } from "./validation.ts";

/** A token lives 120 minutes (Sezzle's documentation). */
const TOKEN_TTL_MS = 120 * 60 * 1000;
const KEEP_EXPIRED_MS = 24 * 60 * 60 * 1000;

const keysSchema = z.object({ public_key: z.string(), private_key: z.string() });

/**
 * Exchanges the merchant's keys for a bearer token. Several tokens may live at once.
 * @throws Refusal 400 for a malformed body, 401 for other keys.
 */
export function issueToken(sandbox: Sandbox, body: unknown) {
  const keys = parseBody(keysSchema, body);
  if (!sameText(keys.public_key, sandbox.publicKey) || !sameText(keys.private_key, sandbox.privateKey)) {
    throw unauthorized("unauthorized", "The keys are not valid.");
  }
  const token = randomBytes(32).toString("base64url");
  const expiresAt = sandbox.now() + TOKEN_TTL_MS;
  // An expired token is remembered for a day, to be told apart from one that never existed.
  sandbox.db.prepare("DELETE FROM tokens WHERE expires_at < ?").run(sandbox.now() - KEEP_EXPIRED_MS);
  sandbox.db.prepare("INSERT INTO tokens (hash, expires_at) VALUES (?, ?)").run(hash(token), expiresAt);
  return { token, expiration_date: isoTime(expiresAt), merchant_uuid: merchantUuid(sandbox.publicKey) };
}

/** Checks `Authorization: Bearer …`. @throws Refusal 401 `unauthorized` or `token_is_expired`. */
export function requireToken(sandbox: Sandbox, header: string | undefined): void {
  const token = /^Bearer (\S+)$/i.exec(header ?? "")?.[1];
  if (!token) throw unauthorized("unauthorized", "A bearer token is required.");
  const row = sandbox.db
    .prepare<[string], { expires_at: number }>("SELECT expires_at FROM tokens WHERE hash = ?")
    .get(hash(token));
  if (!row) throw unauthorized("unauthorized", "The token is not valid.");
  if (row.expires_at <= sandbox.now()) throw unauthorized("token_is_expired", "The token has expired.");
}

/** Ends the life of every token now. */
export function expireTokens(sandbox: Sandbox): void {
  const at = sandbox.now();
  sandbox.db.prepare("UPDATE tokens SET expires_at = ? WHERE expires_at > ?").run(at, at);
}

/** The merchant behind a public key: the same for ever, also after the database was emptied. */
function merchantUuid(publicKey: string): string {
  const hex = createHash("sha256").update(`merchant ${publicKey}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function unauthorized(code: string, message: string): Refusal {
  return new Refusal(401, { code, location: "authorization", message });
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function sameText(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(left).digest(),
    createHash("sha256").update(right).digest(),
  );
}
