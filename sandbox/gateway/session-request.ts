import { z } from "zod";
import type { Readings } from "../settings.ts";
import { priceSchema, referenceIdSchema, webAddressSchema } from "./validation.ts";

const PHONE_FORMATS: Record<Readings["phoneFormat"], RegExp> = {
  any: /^(?:\+?1)?[2-9]\d{9}$|^\+[2-9]\d{7,14}$/,
  bare10: /^[2-9]\d{9}$/,
  e164: /^\+1[2-9]\d{9}$|^\+[2-9]\d{7,14}$/,
};

const LANGUAGES: Record<Readings["language"], [string, ...string[]]> = {
  any: ["en", "fr", "fr-CA"],
  fr: ["en", "fr"],
  "fr-CA": ["en", "fr-CA"],
};

/** The least any order may be (Sezzle's documentation); a merchant's own minimum may be higher. */
const LEAST_CENTS = 100;

const LONGEST_CHECKOUT_MS = 24 * 60 * 60 * 1000;
const CLOCK_TOLERANCE_MS = 60 * 1000;

/** How long a checkout lives when the request does not say. */
export const DEFAULT_CHECKOUT_MS = LONGEST_CHECKOUT_MS;

/**
 * The body of `POST /v2/session`, by the readings of phone format and language.
 * @param nowMs the current time, for `checkout_expiration`.
 */
export function sessionRequestSchema(readings: Readings, minimumCents: number, nowMs: number) {
  const redirect = z.object({ href: webAddressSchema, method: z.literal("GET").optional() });
  const order = z
    .object({
      intent: z.enum(["AUTH", "CAPTURE"]),
      reference_id: referenceIdSchema,
      description: z.string().min(1).max(1000),
      order_amount: priceSchema,
      items: z.array(itemSchema).optional(),
      discounts: z.array(z.object({ name: z.string(), amount: partOfTotal })).optional(),
      tax_amount: partOfTotal.optional(),
      shipping_amount: partOfTotal.optional(),
      metadata: z.record(z.string(), z.string()).optional(),
      requires_shipping_info: z.boolean().optional(),
      checkout_expiration: checkoutExpirationSchema(nowMs).optional(),
      checkout_mode: z.enum(["redirect", "popup", "iframe"]).optional(),
      locale: z.enum(["en-US", "en-CA", "fr-CA"]).optional(),
      send_checkout_url: sendCheckoutUrlSchema(readings).optional(),
    })
    .superRefine((value, context) => {
      const least = Math.max(LEAST_CENTS, minimumCents);
      const totalCents = value.order_amount.amount_in_cents;
      if (totalCents > 0 && totalCents < least) {
        context.addIssue({
          code: "custom",
          path: ["amount", "amount_in_cents"],
          message: `Order amount must be at least $${(least / 100).toFixed(2)}`,
        });
      }
      for (const [path, currency] of partCurrencies(value)) {
        if (currency !== value.order_amount.currency) {
          context.addIssue({ code: "custom", path, message: "The currency is not the order's." });
        }
      }
      const addedCents =
        (value.tax_amount?.amount_in_cents ?? 0) + (value.shipping_amount?.amount_in_cents ?? 0);
      if (totalCents > 0 && addedCents > totalCents) {
        context.addIssue({
          code: "custom",
          path: ["order_amount"],
          message: "Tax and shipping have to be part of the total.",
        });
      }
    });
  return z.object({
    cancel_url: redirect,
    complete_url: redirect,
    customer: customerSchema.optional(),
    order,
  });
}

const partOfTotal = z.object({ amount_in_cents: z.int().nonnegative(), currency: z.enum(["USD", "CAD"]) });

const itemSchema = z.object({
  name: z.string(),
  sku: z.string(),
  quantity: z.int().positive(),
  price: partOfTotal,
});

/** Kept and given back whole, so fields this sandbox does not know stay in it. */
const customerSchema = z.looseObject({
  email: z.email().or(z.literal("")).optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  phone: z.string().optional(),
  dob: z.string().optional(),
  tokenize: z.boolean().optional(),
});

function sendCheckoutUrlSchema(readings: Readings) {
  return z
    .object({
      to_sms_phone: z
        .string()
        .refine(
          (text) => isPhone(text, readings.phoneFormat),
          "This is not a phone number a text can be sent to.",
        )
        .optional(),
      to_email: z.email().optional(),
      language: z.enum(LANGUAGES[readings.language]).optional(),
    })
    .refine((value) => value.to_sms_phone !== undefined || value.to_email !== undefined, {
      message: "A phone number or an e-mail address is required.",
    });
}

/** `any` also takes the usual punctuation; the other readings are literal. */
function isPhone(text: string, format: Readings["phoneFormat"]): boolean {
  const digits = format === "any" ? text.replaceAll(/[\s().-]/g, "") : text;
  return PHONE_FORMATS[format].test(digits);
}

function checkoutExpirationSchema(nowMs: number) {
  return z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .refine((at) => at > nowMs, "The expiration is in the past.")
    .refine(
      (at) => at <= nowMs + LONGEST_CHECKOUT_MS + CLOCK_TOLERANCE_MS,
      "A checkout lives at most 24 hours.",
    );
}

function partCurrencies(order: {
  items?: { price: { currency: string } }[] | undefined;
  discounts?: { amount: { currency: string } }[] | undefined;
  tax_amount?: { currency: string } | undefined;
  shipping_amount?: { currency: string } | undefined;
}): [(string | number)[], string][] {
  return [
    ...(order.items ?? []).map((item, at): [(string | number)[], string] => [
      ["items", at, "price", "currency"],
      item.price.currency,
    ]),
    ...(order.discounts ?? []).map((discount, at): [(string | number)[], string] => [
      ["discounts", at, "amount", "currency"],
      discount.amount.currency,
    ]),
    ...(order.tax_amount
      ? [[["tax_amount", "currency"], order.tax_amount.currency] as [string[], string]]
      : []),
    ...(order.shipping_amount
      ? [[["shipping_amount", "currency"], order.shipping_amount.currency] as [string[], string]]
      : []),
  ];
}
