import type { Store } from "#db/queries/stores.ts";
import type { PayoutView } from "#lib/payout-view.ts";
import { rightsWith } from "#lib/people.ts";
import type { Viewer } from "../auth/viewer.ts";
import { learn } from "../orders/learn.ts";
import { runOperation } from "../payments/run-operation.ts";
import { loadPayout } from "../payouts/load-payout.ts";
import { readPayouts } from "../payouts/read-payouts.ts";
import type { Till } from "./till.ts";

/** The sandbox's control API. */
type Control = <T>(path: string, init?: { method?: string; body?: unknown }) => Promise<T>;

export type PayoutBooks = { uuid: string; net_in_cents: number };

/** A till before the bundled sandbox, which pays out when it is told to. */
export class PayoutBench {
  readonly till: Till;
  readonly #control: Control;

  constructor(till: Till, control: Control) {
    this.till = till;
    this.#control = control;
  }

  /** Does something in the sandbox. */
  act<T>(path: string, body: object = {}): Promise<T> {
    return this.#control<T>(path, { method: "POST", body });
  }

  /** Pays out what was captured and refunded since the last time, with what is to be wrong in it. */
  payOut(plants: object[] = [], more: object = {}): Promise<PayoutBooks> {
    return this.act("/payouts", { currency: "USD", plants, ...more });
  }

  /** Pays out, in a payout of its own, what tests before have left: the next one is about nothing else. */
  async even(): Promise<void> {
    for (const currency of ["USD", "CAD"]) await this.payOut([{ kind: "monthly_fee" }], { currency });
  }

  async readings(readings: object): Promise<void> {
    await this.#control("/readings", { method: "PUT", body: readings });
  }

  /** How often the sandbox was asked for something, about one order when it is given. */
  async countCalls(call: string, orderUuid = ""): Promise<number> {
    const query = `call=${call}&limit=10000${orderUuid && `&order=${orderUuid}`}`;
    return (await this.#control<unknown[]>(`/requests?${query}`)).length;
  }

  /** A sale of $100.00 that its shopper has completed and the till has captured, in these parts. */
  async captured(
    parts: number[] = [10_000],
    store: Store = this.till.store,
  ): Promise<{ saleId: string; orderUuid: string }> {
    const { saleId, operationId } = await this.till.prepareSale({}, store);
    await runOperation(operationId);
    const orderUuid = (await this.till.orderUuid(saleId)) ?? "";
    await this.act(`/orders/${orderUuid}/complete`);
    await learn(orderUuid, "poll");
    for (const cents of parts) await this.till.act(saleId, "capture", cents);
    return { saleId, orderUuid };
  }

  /** Reads the payouts, as when somebody asks for it. */
  readNow(): Promise<string> {
    return readPayouts({ isAskedFor: true });
  }

  /** The owner of both stores, or a manager of some. */
  viewer(stores: Store[] | null = null): Viewer {
    const { till } = this;
    const isOwner = stores === null;
    return {
      sessionId: "s",
      personId: till.asker.personId,
      name: "Morgan",
      signInName: "morgan",
      isOwner,
      tabletId: null,
      byPin: false,
      locale: null,
      lastSeenAt: new Date(),
      rolesChangedAt: null,
      stores: (stores ?? [till.store, till.otherStore]).map((store) => ({
        store,
        role: isOwner ? "owner" : "manager",
        rights: rightsWith(isOwner ? "owner" : "manager", false),
        registers: [],
      })),
    };
  }

  /** A payout as somebody sees it. Throws when they see nothing of it. */
  async view(uuid: string, viewer = this.viewer(), of: string | null = null): Promise<PayoutView> {
    const seen = await loadPayout(viewer, uuid, { of, from: 0 });
    if (!seen) throw new Error("the payout is not seen");
    return seen;
  }
}

/** The differences of a payout: kind, ours less theirs, and the store. */
export function differencesOf({ differences }: PayoutView): [string, number, string | null][] {
  return differences
    .map((it): [string, number, string | null] => [it.kind, it.amountCents, it.storeName])
    .sort();
}
