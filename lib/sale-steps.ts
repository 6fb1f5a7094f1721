import { availableCents, isOverForCertain, type SaleStatus } from "./order-state.ts";
import { may, type Role } from "./people.ts";
import type { SaleView } from "./sale-view.ts";

/** The steps a person can take on a sale, with how much each may take. Buttons are drawn from this and from nothing else. */
export type SaleSteps = {
  cancel: boolean;
  captureUpToCents: number;
  releaseUpToCents: number;
  refundUpToCents: number;
  setReference: boolean;
  /** An operation has no known end: a person may ask Sezzle now. */
  ask: boolean;
  /** The attempt is over for certain and nothing was taken: the same sale can be sent again. */
  sendAgain: boolean;
  showLink: boolean;
};

/** Who looks at a sale: the person's role in its store, and how much they may still refund today (null: no limit). */
export type SaleViewer = { personId: string; role: Role; refundLeftCents: number | null };

/**
 * Which steps are possible on a sale for a person of this role, given the status at this moment. The server
 * checks each again against its own books; this only decides what is offered.
 */
export function stepsOf(sale: SaleView, status: SaleStatus, viewer: SaleViewer): SaleSteps {
  const { role } = viewer;
  const open = sale.openOperation;
  const free = open === null;
  const { capturableCents, refundableCents } = availableCents(sale, open ? [open] : []);
  // More may be approved than the sale asks for; more is never taken.
  const unpaidCents = sale.amountCents - sale.capturedCents;
  const canTake = free && (status === "authorized" || status === "partially_captured");
  const canRefund = free && status !== "checking" && may(role, "sale.refund");
  return {
    cancel:
      free &&
      sale.isCheckoutOpen &&
      (status === "link_sent" || status === "checking") &&
      may(role, "sale.cancel"),
    captureUpToCents: canTake && may(role, "sale.capture") ? Math.min(capturableCents, unpaidCents) : 0,
    releaseUpToCents: canTake && may(role, "sale.release") ? capturableCents : 0,
    refundUpToCents: canRefund ? Math.min(refundableCents, viewer.refundLeftCents ?? refundableCents) : 0,
    setReference: sale.orderUuid !== null && may(role, "sale.set_reference"),
    ask: open?.state === "unconfirmed" || status === "checking",
    sendAgain:
      free &&
      isOverForCertain(status) &&
      sale.capturedCents === 0 &&
      sale.otherApprovedCents === 0 &&
      may(role, "sale.start"),
    showLink: status === "link_sent" && sale.checkoutUrl !== null,
  };
}

/** Tells whether the time has passed in which the till repeats an operation by itself whose end is not known. */
export function isUndecided(sale: SaleView, now: Date): boolean {
  const open = sale.openOperation;
  return open?.state === "unconfirmed" && open.repeatedUntil !== null && now >= new Date(open.repeatedUntil);
}
