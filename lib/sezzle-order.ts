import type { Money } from "./money.ts";

/**
 * What Sezzle's `GET /v2/order` says of an order, in the app's own words. The gateway client makes it from every
 * documented shape of the answer; nothing outside that client knows Sezzle's own field names.
 */
export type SezzleOrder = {
  orderUuid: string;
  intent: string | null;
  referenceId: string | null;
  amount: Money;
  /** `deleted`: expired, deleted, or its funds released. `denied`: above the shopper's spending power. */
  checkoutStatus: "active" | "complete" | "denied" | "deleted";
  checkoutExpiresAt: Date | null;
  metadata: Record<string, string>;
  authorization: SezzleAuthorization | null;
};

export type SezzleAuthorization = {
  amount: Money;
  approved: boolean;
  expiresAt: Date | null;
  /** For example `4-pay-biweekly`; null when Sezzle does not say. */
  financingOption: string | null;
  /** The number Sezzle's own dashboard shows. */
  sezzleOrderId: string | null;
  captures: SezzleMovement[];
  refunds: SezzleMovement[];
  releases: SezzleMovement[];
};

/** One movement of money on an authorization. */
export type SezzleMovement = { movementUuid: string; amount: Money };

/** The kinds of movement an authorization can have. */
export type MovementKind = "capture" | "refund" | "release";
