import type { HistoryData } from "#lib/sale-view.ts";
import type { HistoryRow } from "./app-books.ts";
import type { Tablet } from "./tablet.ts";
import type { World } from "./world.ts";

const amountKeys = ["authorizedCents", "capturedCents", "releasedCents", "refundedCents"] as const;
/** From these lines on the sale stands for another order. */
const otherLinkKinds = new Set(["order.renewed", "sale.switched"]);
type Amounts = NonNullable<HistoryData["amounts"]>;

/**
 * Follows the history and what every tablet got of it: no line is missing, no amount goes back, no shopper is named, and each stream
 * brings each line of its stores once and in order.
 */
export class HistoryWatch {
  readonly #world: World;
  readonly #amounts = new Map<string, Amounts>();
  /** The lines each tablet is to get, and has not yet got. */
  readonly #owed: Map<Tablet, number[]>;
  #readTo = 0;

  constructor(world: World) {
    this.#world = world;
    this.#owed = new Map(world.tablets.map((it) => [it, []]));
  }

  look(): void {
    for (const line of this.#world.app.linesAfter(this.#readTo)) {
      if (line.seq !== this.#readTo + 1) {
        this.#world.tally.differ(`the history has no lines between ${this.#readTo} and ${line.seq}.`);
      }
      this.#readTo = line.seq;
      this.#checkWords(line);
      this.#checkAmounts(line);
      for (const [tablet, owed] of this.#owed) {
        if (line.saleId && line.storeId && tablet.storeIds.has(line.storeId)) owed.push(line.seq);
      }
    }
    for (const [tablet, owed] of this.#owed) this.#checkStream(tablet, owed);
  }

  /** How many lines are still to come on all streams. */
  get owedLines(): number {
    return [...this.#owed.values()].reduce((sum, owed) => sum + owed.length, 0);
  }

  /** Says what never came. For the end, when nothing more is to happen. */
  checkAllCame(): void {
    for (const [tablet, owed] of this.#owed) {
      if (owed.length > 0)
        this.#world.tally.differ(`${tablet.name} never got lines ${owed.slice(0, 5).join(", ")}.`);
    }
  }

  #checkStream(tablet: Tablet, owed: number[]): void {
    const { tally } = this.#world;
    if (tablet.resets > 0) tally.differ(`${tablet.name} was told to load everything anew.`);
    const received = tablet.received.splice(0);
    let taken = 0;
    for (const [at, seq] of received.entries()) {
      const next = owed[taken];
      if (next === undefined && seq > this.#readTo) {
        // It was written since the history was read: looked at the next time.
        tablet.received.unshift(...received.slice(at));
        break;
      }
      if (next === seq) {
        taken += 1;
      } else if (next === undefined || seq < next) {
        tally.differ(`${tablet.name} got line ${seq} twice, out of order, or without a right to it.`);
      } else {
        const found = seq > this.#readTo ? owed.length : owed.indexOf(seq, taken);
        if (found < 0) {
          tally.differ(`${tablet.name} got line ${seq}, which is none of its stores'.`);
          continue;
        }
        const missing = owed.slice(taken, found);
        tally.differ(`${tablet.name} never got lines ${missing.slice(0, 5).join(", ")} before line ${seq}.`);
        taken = found + 1;
      }
    }
    owed.splice(0, taken);
  }

  #checkWords({ seq, data }: HistoryRow): void {
    const contact = this.#world.contacts.findIn(data);
    if (contact) this.#world.tally.differ(`line ${seq} of the history names the shopper ${contact}.`);
  }

  /** What was approved, taken, let go or given back on one link stays so. */
  #checkAmounts({ seq, kind, saleId, data }: HistoryRow): void {
    if (!saleId) return;
    const said = JSON.parse(data) as HistoryData;
    const isNewLink = kind === "operation.prepared" && said.operation === "open_checkout";
    if (isNewLink || otherLinkKinds.has(kind)) this.#amounts.delete(saleId);
    if (kind !== "order.changed" || !said.amounts) return;
    const before = this.#amounts.get(saleId);
    const { amounts } = said;
    for (const key of amountKeys) {
      if (before && amounts[key] < before[key]) {
        const went = `${key} went back from ${before[key]} to ${amounts[key]}`;
        this.#world.tally.differ(`sale ${this.#numberOf(saleId)}: ${went} in line ${seq} of the history.`);
      }
    }
    this.#amounts.set(saleId, amounts);
  }

  #numberOf(saleId: string): string {
    return this.#world.app.sale(saleId)?.number ?? saleId;
  }
}
