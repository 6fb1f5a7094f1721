import {
  type Following,
  heldCents,
  isUnended,
  type ModelAttempt,
  type ModelOperation,
  mayBeIts,
  movesMoney,
} from "./facts.ts";
import type { MoveKind } from "./order-at-sezzle.ts";
import type { Weather } from "./weather.ts";

const moveKinds: readonly MoveKind[] = ["capture", "release", "refund"];

/** One sale by the rules of the house: what Sezzle has of it, what the till knows, and what it may say and do. */
export class SaleModel {
  readonly cents: number;
  readonly attempts: ModelAttempt[] = [];
  readonly operations: ModelOperation[] = [];
  /** What a person gave as the sale's receipt number: it is set on every link that is opened from then on. */
  receipt: string | null = null;
  /** The store captures at once what is approved. */
  capturesAtOnce = false;
  /** What the till has to have begun by itself by now, and is not noted yet. */
  following: Following[] = [];
  #current: ModelAttempt | null = null;

  constructor(cents: number) {
    this.cents = cents;
  }

  /** The link that the sale stands for. */
  get current(): ModelAttempt {
    if (!this.#current) throw new Error("the sale has no attempt");
    return this.#current;
  }

  /** The uuids of everything there is at Sezzle for this sale. */
  get orderUuids(): string[] {
    const renewed = this.operations.flatMap((it) => it.renewed?.orderUuid ?? []);
    return [...new Set([...this.attempts.flatMap((it) => it.orderUuid ?? []), ...renewed])];
  }

  /** Adds an order that a reauthorization made; the sale stands for it unless it has gone on meanwhile. */
  addRenewal(operation: ModelOperation, attempt: ModelAttempt): void {
    const before = this.current;
    this.attempts.push(attempt);
    this.#current = before === operation.attempt ? attempt : before;
    operation.state = "succeeded";
  }

  /** Adds a link, which the sale stands for from now on. */
  add(attempt: ModelAttempt): void {
    this.attempts.push(attempt);
    this.#current = attempt;
  }

  /** The one operation that can move money and has no end yet. */
  get open(): ModelOperation | undefined {
    return this.operations.find((it) => movesMoney(it) && isUnended(it));
  }

  /** What opened the link that the sale stands for; undefined when a reauthorization made it. */
  get opening(): ModelOperation | undefined {
    return this.operations.find((it) => it.attempt === this.current && it.kind === "open_checkout");
  }

  /** What Sezzle has shown as captured, over all links. */
  get capturedCents(): number {
    return this.attempts.reduce((sum, it) => sum + (it.known?.total("capture") ?? 0), 0);
  }

  /** Money Sezzle has shown as approved on links that the sale no longer stands for. */
  get otherApprovedCents(): number {
    const others = this.attempts.filter((it) => it !== this.current);
    return others.reduce((sum, it) => sum + heldCents(it), 0);
  }

  /** Sezzle carries the call out, if its rules allow that; whether it did. */
  carryOut({ kind, cents, id, attempt: { order }, reference }: ModelOperation, now: number): boolean {
    if (!order) throw new Error("Sezzle has no such order");
    order.settle(now);
    if (kind === "cancel_checkout") return order.deleteCheckout();
    if (kind === "set_reference") {
      order.reference = reference ?? "";
      return true;
    }
    return order.move(kind as MoveKind, cents, id);
  }

  /** One try of an operation. `done`: Sezzle has carried it out. */
  tried(operation: ModelOperation, { heard }: Weather, done: boolean, now: number): void {
    operation.tries += 1;
    operation.firstTryAt ||= now;
    if (heard === "answer" && done) {
      this.#succeed(operation);
      operation.isHeard = true;
      operation.move = operation.attempt.order?.moves.find((it) => it.key === operation.id) ?? null;
    } else if (heard !== "nothing" && operation.tries === 1) {
      operation.state = "rejected";
    } else {
      operation.state = "unconfirmed";
      operation.askedSince = null;
    }
  }

  /** The processes that had these are dead: what was not sent never will be, and of the rest nothing is known. */
  recover(now: number): void {
    for (const it of this.operations) {
      if (now < it.leaseEndsAt) continue;
      if (it.state === "prepared") it.state = "abandoned";
      if (it.state === "sending") it.state = "unconfirmed";
    }
  }

  /** Sezzle answers with the order: what the till knows from now on, and what that proves. */
  answered(attempt: ModelAttempt, askedAt: number): void {
    if (!attempt.order) throw new Error("Sezzle has no such order");
    const shown = attempt.order.settle(askedAt).picture();
    const own = this.operations.filter((it) => it.attempt === attempt);
    // An event named an order that the till did not know, and Sezzle says that it is this attempt's.
    const opening = own.find((it) => it.kind === "open_checkout");
    if (opening && !attempt.isLinked) {
      opening.state = "succeeded";
      if (this.receipt !== null) this.following.push({ kind: "set_reference", attempt });
    }
    attempt.isLinked = true;
    for (const kind of moveKinds) {
      for (const move of shown.moves.filter((it) => it.kind === kind)) {
        if (attempt.known?.moves.includes(move) || own.some((it) => it.move === move)) continue;
        const makers = own.filter((it) => it.kind === kind && it.cents === move.cents && mayBeIts(it));
        const maker = makers.find((it) => it.state !== "given_up") ?? makers[0];
        if (!maker) continue;
        maker.move = move;
        this.#succeed(maker);
      }
    }
    const references = own.filter((it) => it.kind === "set_reference" && it.state === "succeeded");
    for (const it of own.filter(({ state }) => state === "unconfirmed")) {
      if (it.kind === "cancel_checkout") {
        if (shown.approvedCents > 0 || shown.checkout === "denied") it.state = "rejected";
        else if (shown.checkout === "deleted") this.#succeed(it);
      }
      if (it.kind === "set_reference") {
        const isLater = (other: ModelOperation) => own.indexOf(other) > own.indexOf(it);
        if (shown.reference === it.reference) it.state = "succeeded";
        else if (references.some(isLater)) it.state = "rejected";
      }
      it.askedSince = askedAt;
    }
    const wasApproved = (attempt.known?.approvedCents ?? 0) > 0;
    attempt.known = shown;
    attempt.askedAt = askedAt;
    if (attempt !== this.current && heldCents(attempt) > 0 && heldCents(this.current) === 0) {
      this.#current = attempt;
    }
    const isNews = shown.approvedCents > 0 && !wasApproved;
    if (isNews && attempt === this.current && this.#mayCaptureAtOnce(attempt))
      this.following.push({ kind: "capture", attempt });
    this.#closeOthers();
  }

  #succeed(operation: ModelOperation): void {
    const before = operation.state;
    operation.state = "succeeded";
    if (before === "succeeded" || before === "given_up") return;
    if (operation.isReplacement && operation.attempt === this.current)
      this.following.push({ kind: "open_checkout", attempt: null });
  }

  /** Once the shopper has paid by one link, every other that still works is deleted, one at a time. */
  #closeOthers(): void {
    if (heldCents(this.current) === 0) return;
    for (const other of this.attempts) {
      const isOpen = other.isLinked && (other.known?.checkout ?? "active") === "active";
      if (other === this.current || !isOpen || other.isClosed) continue;
      if (this.open || this.following.some(({ kind }) => kind === "capture" || kind === "cancel_checkout"))
        return;
      other.isClosed = true;
      this.following.push({ kind: "cancel_checkout", attempt: other });
    }
  }

  /** Only what was sent once, heard of at once, and touched by nobody since. */
  #mayCaptureAtOnce(attempt: ModelAttempt): boolean {
    const own = this.operations.filter((it) => it.attempt === attempt);
    return (
      this.capturesAtOnce &&
      this.attempts.every((it) => it === attempt || !it.isLinked) &&
      this.attempts[0] === attempt &&
      this.opening?.isHeard === true &&
      attempt.known?.moves.length === 0 &&
      attempt.askedAt < attempt.known.approvalEndsAt &&
      !own.some(movesMoney)
    );
  }
}
