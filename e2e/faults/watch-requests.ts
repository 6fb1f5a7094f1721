import type { SezzleRequestRow } from "./sezzle-books.ts";
import type { World } from "./world.ts";

const keyedCalls = new Set(["capture", "refund", "release", "reauthorize"]);
/** A call's line is finished some time after it has come: so many of the newest are read again. */
const readAgain = 2_000;

/**
 * Follows the gateway's log: each call that moves money carries the id of an operation that was on disk before it, of its kind and
 * order, and comes no more often than that operation was tried.
 */
export class RequestWatch {
  readonly #world: World;
  readonly #sent = new Map<string, Map<number, SezzleRequestRow>>();
  readonly #faults = new Map<number, string>();
  #readTo = 0;

  constructor(world: World) {
    this.#world = world;
  }

  look(): void {
    const { sezzle } = this.#world;
    const keys = new Set<string>();
    for (const row of sezzle.requestsAfter(Math.max(0, this.#readTo - readAgain))) {
      this.#countFault(row);
      if (row.id > this.#readTo) this.#readTo = row.id;
      if (!keyedCalls.has(row.call)) continue;
      const key = row.requestId ?? `none (call ${row.id})`;
      const sent = this.#sent.get(key) ?? new Map<number, SezzleRequestRow>();
      this.#sent.set(key, sent.set(row.id, row));
      keys.add(key);
    }
    for (const key of keys) this.#check(key, [...(this.#sent.get(key)?.values() ?? [])]);
    // What is long over is forgotten.
    if (this.#sent.size > 20_000)
      for (const key of [...this.#sent.keys()].slice(0, 10_000)) this.#sent.delete(key);
  }

  #countFault({ id, fault }: SezzleRequestRow): void {
    if (!fault || this.#faults.has(id)) return;
    this.#faults.set(id, fault);
    this.#world.tally.count("faults", fault);
  }

  #check(key: string, rows: SezzleRequestRow[]): void {
    const { app, tally } = this.#world;
    const operation = app.operation(key);
    const [first] = rows;
    if (!first) return;
    if (!operation) {
      tally.differ(
        `a ${first.call} of order ${first.orderUuid} was sent under ${key}, which is no operation.`,
      );
      return;
    }
    const { kind, orderUuid, tries, saleId } = operation;
    if (rows.some((it) => it.call !== kind || it.orderUuid !== orderUuid)) {
      tally.differ(`the key of operation ${key} (${kind}, sale ${saleId}) was sent for something else.`);
    }
    // One turned away at the door comes again within the same try.
    const sent = rows.filter(({ status }) => status !== 401 && status !== 429).length;
    if (sent > tries) {
      tally.differ(
        `the ${kind} of operation ${key} (sale ${saleId}) was sent ${sent} times in ${tries} tries.`,
      );
    }
  }
}
