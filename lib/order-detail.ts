import type { Currency } from "./money.ts";
import type { OperationKind, OperationState } from "./operation.ts";
import type { KeptProblem } from "./problem.ts";
import type { SezzleOrder } from "./sezzle-order.ts";

/** One try to open a checkout, with what came of it at Sezzle and what was asked of Sezzle for it. Times are ISO 8601. */
export type AttemptView = {
  attemptId: string;
  ordinal: number;
  isCurrent: boolean;
  /** It was opened by no link: Sezzle approved the sale again. */
  isRenewal: boolean;
  createdAt: string;
  sentTo: { kind: "sms" | "email"; masked: string };
  referenceId: string;
  checkoutExpiresAt: string;
  orders: SezzleOrderView[];
  operations: OperationView[];
};

/** A Sezzle order as Sezzle last showed it. */
export type SezzleOrderView = {
  orderUuid: string;
  /** A second order for one attempt is an alarm. */
  isSecond: boolean;
  sessionUuid: string | null;
  /** The number in Sezzle's own dashboard. */
  sezzleOrderId: string | null;
  referenceId: string | null;
  checkoutStatus: SezzleOrder["checkoutStatus"] | null;
  confirmedAt: string | null;
};

/** An operation with its outcome, and Sezzle's own words where it refused. */
export type OperationView = {
  operationId: string;
  kind: OperationKind;
  state: OperationState;
  amountCents: number | null;
  currency: Currency;
  /** The receipt number that was to be set. */
  referenceId: string | null;
  reason: string | null;
  person: string;
  register: string | null;
  preparedAt: string;
  endedAt: string | null;
  tries: number;
  settledBy: "reply" | "order" | null;
  movementUuid: string | null;
  problem: KeptProblem | null;
};
