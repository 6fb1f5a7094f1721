import { z } from "zod";
import type { GatewayErrorDetail } from "./gateway-error.ts";

const longestTextLength = 500;
const mostEntries = 20;

// Sezzle's texts may repeat what was sent; phone numbers, e-mails and keys must not travel on into logs.
const confidential: [RegExp, string][] = [
  [/[^\s"'<>:;,]+@[^\s"'<>:;,]+/g, "[e-mail]"],
  [/sz_(?:pub|pr)_\w+/g, "[key]"],
  [/(?<![\w-])\+?\(?\d(?:[ ().-]*\d){9,14}(?![\w-])/g, "[number]"],
];

function withoutConfidential(text: string): string {
  // Cut before the patterns run, which take long over long texts, and after, for what is kept.
  return confidential
    .reduce(
      (cleaned, [pattern, name]) => cleaned.replaceAll(pattern, name),
      text.slice(0, 4 * longestTextLength),
    )
    .slice(0, longestTextLength);
}

const text = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value !== "" ? withoutConfidential(value) : null;
  });

const entry = z
  .object({ code: text, location: text, message: text, debug_uuid: text })
  .transform(({ debug_uuid, ...known }): GatewayErrorDetail => ({ ...known, debugUuid: debug_uuid }));

const body = z.union([z.array(entry), entry.transform((single) => [single])]);

/**
 * Reads the body of an error answer: an array of `{code, location, message, debug_uuid}` by Sezzle's documentation,
 * one bare object by its older pages. Anything else, such as a proxy's HTML page, gives an empty list.
 */
export function parseErrorBody(raw: string): GatewayErrorDetail[] {
  try {
    const entries = body.safeParse(JSON.parse(raw));
    const telling = (detail: GatewayErrorDetail) => Object.values(detail).some((value) => value !== null);
    return (entries.data ?? []).filter(telling).slice(0, mostEntries);
  } catch {
    return [];
  }
}
