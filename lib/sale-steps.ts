import { availableCents, isOverForCertain, type SaleStatus } from "./order-state.ts";
import { may, type Role } from "./people.ts";
import type { SaleView } from "./sale-view.ts";

/** The steps a person can take on a sale, with how much each may take. Buttons are drawn from this and from nothing else. */
export type SaleSteps = {
  cancel: boolean;
  captureUpToCents: number;
  releaseUpToCents: number;
  refundUpToCents: number;
  /** For who has a limit: how much they may ask a manager to approve; 0 while a refund of the sale waits for one. */
  askRefundUpToCents: number;
  setReference: boolean;
  /** An operation has no known end: a person may ask Sezzle now. */
  ask: boolean;
  /**
   * Nothing was taken, and the same sale can be sent again: `over`, the link before is over for certain; `replace`, it is deleted
   * first; `doubtful`, its answer was lost, and a person must say that it may still be paid.
   */
  sendAgain: "over" | "replace" | "doubtful" | null;
  /** Another order of the sale can be closed: its link deleted, or what is approved on it released. */
  closeOther: SaleView["otherOrders"][number] | null;
  /** Sezzle's answer was lost, and the order can be named by hand. */
  enterOrder: boolean;
  /** The approval ran out with nothing taken: Sezzle can be asked to approve it again. */
  reauthorize: boolean;
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
  const isUnpaid = sale.capturedCents === 0 && sale.otherApprovedCents === 0;
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
    askRefundUpToCents:
      canRefund && viewer.refundLeftCents !== null && sale.refundRequest === null ? refundableCents : 0,
    setReference: sale.orderUuid !== null && may(role, "sale.set_reference"),
    ask: open?.state === "unconfirmed" || status === "checking",
    sendAgain: free && isUnpaid && may(role, "sale.start") ? howToSendAgain(sale, status) : null,
    closeOther: (free && may(role, "sale.cancel") && sale.otherOrders[0]) || null,
    enterOrder:
      (sale.lostLinkUntil !== null || (open?.kind === "reauthorize" && open.state === "unconfirmed")) &&
      may(role, "sale.enter_order"),
    reauthorize:
      free &&
      isUnpaid &&
      status === "authorization_expired" &&
      sale.otherOrders.length === 0 &&
      may(role, "sale.reauthorize"),
    showLink: status === "link_sent" && sale.checkoutUrl !== null,
  };
}

function howToSendAgain(sale: SaleView, status: SaleStatus): SaleSteps["sendAgain"] {
  const isWaiting = status === "link_sent" || status === "checking";
  if (isWaiting && sale.isCheckoutOpen) return "replace";
  if (sale.otherOrders.length > 0) return null;
  if (!isOverForCertain(status) && status !== "unconfirmed") return null;
  return sale.lostLinkUntil === null ? "over" : "doubtful";
}

/** Tells whether the time has passed in which the till repeats an operation by itself whose end is not known. */
export function isUndecided(sale: SaleView, now: Date): boolean {
  const open = sale.openOperation;
  return open?.state === "unconfirmed" && open.repeatedUntil !== null && now >= new Date(open.repeatedUntil);
}
