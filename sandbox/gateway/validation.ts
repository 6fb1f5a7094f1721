import { z } from "zod";
import { Refusal, type RefusalDetail } from "../refusal.ts";

/** `Price`: whole cents, positive, in a currency Sezzle pays out in. */
export const priceSchema = z.object({
  amount_in_cents: z.int().positive(),
  currency: z.enum(["USD", "CAD"]),
});

/** `reference_id`: letters, digits, `-` and `_` only. */
export const referenceIdSchema = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[A-Za-z0-9_-]+$/, "Only letters, digits, - and _ are allowed.");

/** An absolute http or https address. */
export const webAddressSchema = z.url({
  protocol: /^https?$/,
  message: "This is not an http or https address.",
});

/**
 * Checks a request body against a schema; unknown fields are let through unread.
 * @throws Refusal 400 `bad_request` when a field is missing or of the wrong type, 422 `invalid` for a wrong value.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  const shapeIsWrong = result.error.issues.some(isWrongType);
  const details = result.error.issues.map(
    (issue): RefusalDetail => ({
      code: isWrongType(issue) ? "bad_request" : "invalid",
      location: issue.path.join(".") || "body",
      message: isMissing(issue) ? "This field is required." : issue.message,
    }),
  );
  throw new Refusal(shapeIsWrong ? 400 : 422, details);
}

function isWrongType(issue: z.core.$ZodIssue): boolean {
  return issue.code === "invalid_type" || isMissing(issue);
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value");
}
