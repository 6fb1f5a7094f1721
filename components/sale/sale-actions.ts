import type { OperationState } from "#lib/operation.ts";
import type { Result } from "#lib/problem.ts";

/** What every act on a sale names: the sale, the version the person saw, and the wish it is one try of. */
export type ActInput = { saleId: string; seenVersion: number; wishId: string };

/** What an act answered: the operation it became, as far as it is known; nulls when nothing had to be done. */
export type ActOutcome = { operationId: string | null; state: OperationState | null };

type RefundInput = { amountCents: number; reason: string; additional: boolean };

/** Who approves, and the digits they typed. */
export type PinInput = { managerId: string; pin: string };

/** Which refund that waits is decided. */
type DecisionInput = { saleId: string; requestId: string };

type Act<Input> = (input: Input) => Promise<Result<ActOutcome>>;

/** Everything a person can do on a sale's screen. The screen calls these and changes nothing by itself. */
export type SaleActions = {
  cancel: Act<ActInput>;
  capture: Act<ActInput & { amountCents: number }>;
  release: Act<ActInput & { amountCents: number }>;
  /** `additional` says in so many words that this is one more refund of an amount already refunded. */
  refund: Act<ActInput & RefundInput>;
  /** Asks the managers, on their own screens, to approve a refund. */
  askRefund: Act<ActInput & RefundInput>;
  /** A refund that a manager approves with their PIN, here. */
  refundByPin: Act<ActInput & RefundInput & PinInput>;
  /** Approves the refund that waits with a manager's PIN, here. */
  approveByPin: Act<DecisionInput & { seenVersion: number } & PinInput>;
  approveRefund: Act<DecisionInput & { seenVersion: number }>;
  /** `reason`: why not, in words; empty for none. */
  declineRefund: Act<DecisionInput & { reason: string }>;
  withdrawRefund: Act<DecisionInput>;
  setReference: Act<{ saleId: string; wishId: string; receiptNumber: string }>;
  ask: Act<{ saleId: string }>;
  /** Lets an operation go that Sezzle does not show. */
  giveUp: Act<{ saleId: string; seenVersion: number; operationId: string }>;
  /**
   * `contact` as typed; null sends the new link to where the last one went. `confirmed` says in so many words that a link whose
   * answer was lost may still be paid.
   */
  sendAgain: Act<ActInput & { contact: string | null; confirmed: boolean }>;
  /** Deletes another link of the sale, or releases what is approved on it. */
  closeOther: Act<ActInput & { orderUuid: string }>;
  /** Has Sezzle approve the sale again. */
  reauthorize: Act<ActInput>;
  /** Finds the sale's order by the uuid that Sezzle's dashboard shows. */
  enterOrder: Act<{ saleId: string; orderUuid: string }>;
};
