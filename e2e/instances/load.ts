import { setTimeout as sleep } from "node:timers/promises";
import { staff } from "../support/demo-staff.ts";
import { Cashier, type Outcome } from "./cashier.ts";
import type { ChainHouse } from "./house.ts";
import { StreamReader } from "./stream-reader.ts";

const readersEach = 3;
const pauseMs = 150;

/** Cashiers who sell all the time, one who only begins sales and waits for nothing, and screens that follow. */
export class Load {
  readonly cashiers: Cashier[];
  readonly readers: StreamReader[];
  readonly outcomes = new Map<string, Outcome>();
  /** What went wrong in the load itself. */
  readonly failures: string[] = [];
  readonly #selling: Promise<void>[];
  #isOver = false;
  #begun = 0;

  private constructor(sellers: Cashier[], hurried: Cashier, readers: StreamReader[]) {
    this.cashiers = [...sellers, hurried];
    this.readers = readers;
    const begin = async (index: number) => ({
      saleId: await hurried.begin(index),
      outcome: "begun" as const,
    });
    this.#selling = [...sellers.map((it) => this.#play((index) => it.sell(index))), this.#play(begin)];
  }

  static async start(house: ChainHouse): Promise<Load> {
    const { till, proxy } = house;
    const maple = await till.idOf("stores", "code", "MAPLE");
    const harbour = await till.idOf("stores", "code", "HARBR");
    const [mapleRegister, harbourRegister] = [
      await till.idOf("registers", "store_id", maple),
      await till.idOf("registers", "store_id", harbour),
    ];
    const casey = await Cashier.signIn(house, staff.cashier, mapleRegister);
    const morgan = await Cashier.signIn(house, staff.manager, mapleRegister);
    const robin = await Cashier.signIn(house, staff.otherStoresCashier, harbourRegister);
    const olive = await Cashier.signIn(house, staff.owner, harbourRegister);
    const reader = (it: Cashier, stores: string[]) =>
      new StreamReader(proxy.url, () => it.client.cookieHeader, stores);
    const readers = Array.from({ length: readersEach }, () => [
      reader(casey, [maple]),
      reader(olive, [maple, harbour]),
    ]).flat();
    await Promise.all(readers.map((it) => it.from));
    const hurried = await Cashier.signIn(house, staff.cashier, mapleRegister);
    return new Load([casey, morgan, robin, olive], hurried, readers);
  }

  /** How many sales have been begun. */
  get begun(): number {
    return this.#begun;
  }

  /** How many sales have been paid. */
  get paid(): number {
    return [...this.outcomes.values()].filter((it) => it === "paid").length;
  }

  /** Begins no further sale, and returns when all that were begun have come out. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#selling);
  }

  async close(): Promise<void> {
    await Promise.all(this.readers.map((it) => it.close()));
    for (const it of this.cashiers) it.client.close();
  }

  async #play(sell: (index: number) => Promise<{ saleId: string; outcome: Outcome }>): Promise<void> {
    while (!this.#isOver) {
      this.#begun += 1;
      const index = this.#begun;
      try {
        const { saleId, outcome } = await sell(index);
        if (saleId) this.outcomes.set(saleId, outcome);
        if (outcome === "not finished" || !saleId)
          this.failures.push(`sale ${index} (${saleId || "not begun"}) came to no end`);
      } catch (error) {
        this.failures.push(`sale ${index}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await sleep(pauseMs);
    }
  }
}
