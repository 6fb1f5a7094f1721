import { z } from "zod";
import { currencies, isCents, type Money } from "#lib/money.ts";
import type { SezzleAuthorization, SezzleMovement, SezzleOrder } from "#lib/sezzle-order.ts";
import { parseTimestamp } from "./timestamp.ts";

/**
 * Sezzle's answers, read into the app's own types. The schemas accept every reading of the protocol that is not
 * settled, pass over fields they do not know, and refuse what they cannot be sure of, amounts above all.
 */

/** An opened checkout: its session, its order and the address the shopper pays at. */
export type SezzleSession = { sessionUuid: string; orderUuid: string; checkoutUrl: string };

/** The new order a reauthorization makes. Sezzle answers 200 to a refusal too: `approved` decides. */
export type SezzleReauthorization = {
  orderUuid: string;
  approved: boolean;
  amount: Money | null;
  authorizationExpiresAt: Date | null;
};

/** A webhook subscription as Sezzle lists it. */
export type WebhookSubscription = { uuid: string; url: string; events: string[] };

// Not z.uuid(): nothing documents that every uuid of Sezzle's follows the RFC.
const uuid = z.string().min(1).max(200);
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value || null);
const timestamp = z.unknown().optional().transform(parseTimestamp);
const cents = z.number().refine(isCents, "not a whole number of cents");
const currency = z.enum(currencies);

const nestedPrice = z
  .object({ amount_in_cents: cents, currency })
  .transform((price): Money => ({ amountCents: price.amount_in_cents, currency: price.currency }));
const flatPrice = z
  .object({ amount_in_cents: cents, currency_code: currency })
  .transform((price): Money => ({ amountCents: price.amount_in_cents, currency: price.currency_code }));
const price = z.union([nestedPrice, flatPrice]);

// The documentation nests the amount; a newer description of the API has it flat beside the uuid.
const movement = z
  .union([z.object({ uuid, amount: price }), z.object({ uuid }).and(flatPrice)])
  .transform((entry): SezzleMovement => {
    const amount =
      "amount" in entry ? entry.amount : { amountCents: entry.amountCents, currency: entry.currency };
    return { movementUuid: entry.uuid, amount };
  });
const movements = z
  .array(movement)
  .nullish()
  .transform((entries) => entries ?? []);

const authorization = z
  .object({
    authorization_amount: price,
    approved: z.boolean(),
    expiration: timestamp,
    financing_option: optionalText,
    sezzle_order_id: z
      .union([z.string(), z.number()])
      .nullish()
      .transform((id) => (id ? String(id) : null)),
    captures: movements,
    refunds: movements,
    releases: movements,
  })
  .transform(
    (body): SezzleAuthorization => ({
      amount: body.authorization_amount,
      approved: body.approved,
      expiresAt: body.expiration,
      financingOption: body.financing_option,
      sezzleOrderId: body.sezzle_order_id,
      captures: body.captures,
      refunds: body.refunds,
      releases: body.releases,
    }),
  );

// Both spellings of the finished checkout are in use.
const checkoutStatus = z
  .enum(["active", "complete", "completed", "denied", "deleted"])
  .transform((status) => (status === "completed" ? "complete" : status));

function readMetadata(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const known = Object.entries(value).filter(([, entry]) =>
    ["string", "number", "boolean"].includes(typeof entry),
  );
  return Object.fromEntries(known.map(([name, entry]) => [name, String(entry)]));
}

/** Answer of `POST /v2/authentication`. `expiresAt` is null when Sezzle's text cannot be read. */
export const authenticationAnswer = z
  .object({ token: z.string().min(1), expiration_date: timestamp, merchant_uuid: uuid })
  .transform((body) => ({
    token: body.token,
    expiresAt: body.expiration_date,
    merchantUuid: body.merchant_uuid,
  }));

/** Answer of `POST /v2/session` and `GET /v2/session/{uuid}`. */
export const sessionAnswer = z
  .object({ uuid, order: z.object({ uuid, checkout_url: z.url({ protocol: /^https?$/ }) }) })
  .transform(
    (body): SezzleSession => ({
      sessionUuid: body.uuid,
      orderUuid: body.order.uuid,
      checkoutUrl: body.order.checkout_url,
    }),
  );

/** Answer of `GET /v2/order/{uuid}`. */
export const orderAnswer = z
  .object({
    uuid,
    intent: optionalText,
    reference_id: optionalText,
    order_amount: price,
    checkout_status: checkoutStatus,
    checkout_expiration: timestamp,
    metadata: z.unknown().optional().transform(readMetadata),
    authorization: authorization.nullish(),
  })
  .transform(
    (body): SezzleOrder => ({
      orderUuid: body.uuid,
      intent: body.intent,
      referenceId: body.reference_id,
      amount: body.order_amount,
      checkoutStatus: body.checkout_status,
      checkoutExpiresAt: body.checkout_expiration,
      metadata: body.metadata,
      authorization: body.authorization ?? null,
    }),
  );

/** Answer of capture, refund and release. */
export const movementAnswer = z.object({ uuid }).transform((body) => ({ movementUuid: body.uuid }));

/** Answer of `POST /v2/order/{uuid}/reauthorize`. */
export const reauthorizationAnswer = z
  .object({
    uuid,
    order_amount: price.nullish(),
    authorization: z.object({
      approved: z.boolean(),
      authorization_amount: price.nullish(),
      expiration: timestamp,
    }),
  })
  .transform(
    (body): SezzleReauthorization => ({
      orderUuid: body.uuid,
      approved: body.authorization.approved,
      amount: body.authorization.authorization_amount ?? body.order_amount ?? null,
      authorizationExpiresAt: body.authorization.expiration,
    }),
  );

/** Answer of `POST /v2/webhooks`. */
export const webhookCreatedAnswer = z.object({ uuid });

/** Answer of `GET /v2/webhooks`. */
export const webhookListAnswer = z
  .array(
    z.object({
      uuid,
      url: z.string(),
      events: z
        .array(z.string())
        .nullish()
        .transform((events): string[] => events ?? []),
    }),
  )
  .nullish()
  .transform((subscriptions): WebhookSubscription[] => subscriptions ?? []);

/** The body of a call that answers nothing of use: empty, or any JSON. */
export const noAnswer = z.unknown().transform((): void => undefined);
