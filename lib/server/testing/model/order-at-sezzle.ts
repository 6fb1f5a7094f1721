import type { SandboxOrder } from "./sandbox-control.ts";

export type MoveKind = "capture" | "release" | "refund";

/** Money moved on an order. `key`: the request that moved it; null for what was not asked for at the gateway. */
export type Move = { kind: MoveKind; cents: number; key: string | null };

/** One order by Sezzle's own rules, as its documentation has them. */
export class OrderAtSezzle {
  checkout: "active" | "complete" | "denied" | "deleted" = "active";
  checkoutEndsAt: number;
  approvedCents = 0;
  approvalEndsAt = 0;
  /** Nothing of the approval is left, by time or because it was released. */
  isLapsed = false;
  moves: Move[] = [];
  reference: string;
  /** What each key was answered: the same ever after. */
  readonly answers = new Map<string, boolean>();

  constructor({ checkout_expires_at, reference_id }: SandboxOrder) {
    this.checkoutEndsAt = Date.parse(checkout_expires_at);
    this.reference = reference_id;
  }

  total(kind: MoveKind): number {
    return this.moves.reduce((sum, it) => sum + (it.kind === kind ? it.cents : 0), 0);
  }

  /** What of the approval is neither captured nor released. */
  get leftCents(): number {
    return this.approvedCents - this.total("capture") - this.total("release");
  }

  /** Expiries take effect by themselves: what was approved and not captured is let go. */
  settle(now: number): this {
    if (this.checkout === "active" && now >= this.checkoutEndsAt) this.checkout = "deleted";
    if (this.approvedCents > 0 && !this.isLapsed && now >= this.approvalEndsAt) {
      this.isLapsed = true;
      if (this.leftCents > 0) this.moves.push({ kind: "release", cents: this.leftCents, key: null });
      if (this.total("capture") === 0) this.checkout = "deleted";
    }
    return this;
  }

  /** The shopper completes the checkout. */
  complete(cents: number, approvalEndsAt: number): void {
    this.checkout = "complete";
    this.approvedCents = cents;
    this.approvalEndsAt = approvalEndsAt;
  }

  /** Deletes the checkout, unless it is over. */
  deleteCheckout(): boolean {
    if (this.checkout !== "active") return false;
    this.checkout = "deleted";
    return true;
  }

  /** Whether a movement is within the rules. */
  allows(kind: MoveKind, cents: number): boolean {
    if (kind === "refund") return cents <= this.total("capture") - this.total("refund");
    return this.approvedCents > 0 && !this.isLapsed && cents <= this.leftCents;
  }

  /** Moves money if the rules allow it, once for each key. */
  move(kind: MoveKind, cents: number, key: string | null): boolean {
    const before = key === null ? undefined : this.answers.get(key);
    if (before !== undefined) return before;
    const isAllowed = this.allows(kind, cents);
    if (key !== null) this.answers.set(key, isAllowed);
    if (!isAllowed) return false;
    this.moves.push({ kind, cents, key });
    if (kind !== "release") return true;
    if (this.leftCents === 0) this.isLapsed = true;
    if (this.total("release") === this.approvedCents) this.checkout = "deleted";
    return true;
  }

  /** Whether it can be approved again for this amount: once for each key, and only when its approval is over. */
  mayRenew(cents: number, key: string): boolean {
    const before = this.answers.get(key);
    if (before !== undefined) return before;
    const isAllowed =
      this.approvedCents > 0 && this.isLapsed && cents <= this.approvedCents - this.total("capture");
    this.answers.set(key, isAllowed);
    return isAllowed;
  }

  /** The order as it is now, to be looked at later. */
  picture(): OrderAtSezzle {
    return Object.assign(Object.create(OrderAtSezzle.prototype), this, { moves: [...this.moves] });
  }
}
