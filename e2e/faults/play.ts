import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ActionAnswer } from "../support/built-app.ts";
import type { SaleNow } from "./app-books.ts";
import type { Random } from "./random.ts";
import type { SezzleOrderRow } from "./sezzle-books.ts";
import type { StaffMember } from "./staff-member.ts";
import type { World } from "./world.ts";

type Outcome = { operationId?: string | null; saleId?: string };
type Wish = { staff: StaffMember; action: string; input: { wishId: string } & object };

const lookEveryMs = 50;
const answerWithinMs = 30_000;

/** One sale as its script goes on: who acts on it, what is asked for, and how it looks. */
export class Play {
  readonly world: World;
  readonly random: Random;
  readonly #store: "MAPLE" | "HARBR";
  #saleId = "";
  #last: { wish: Wish; outcome: string } | null = null;

  constructor(world: World, random: Random) {
    this.world = world;
    this.random = random;
    this.#store = random.chance(0.75) ? "MAPLE" : "HARBR";
  }

  /** Somebody of the sale's store. */
  someone(): StaffMember {
    return this.random.pick(this.world.staff[this.#store]);
  }

  /** Somebody who may decide in the sale's store. */
  manager(): StaffMember {
    return this.world.staff[this.#store].at(-1) ?? this.world.owner;
  }

  /** The sale as the lists have it. Throws before it was started. */
  get sale(): SaleNow {
    const sale = this.world.app.sale(this.#saleId);
    if (!sale) throw new Error(`there is no sale ${this.#saleId}`);
    return sale;
  }

  /** The order that really exists at Sezzle for the newest link; null when there is none. */
  get order(): SezzleOrderRow | null {
    return this.world.sezzle.ordersOf(this.sale.number).at(-1) ?? null;
  }

  /** Has a sale started. False when the till refused it. */
  async start(input: object): Promise<boolean> {
    const answer = await this.wish("app/till/actions.ts#startSale", input);
    this.#saleId = (answer?.value as Outcome | undefined)?.saleId ?? "";
    return this.#saleId !== "";
  }

  /** An act on this sale by somebody who sees it as it is, or as it was so many versions ago. */
  act(
    name: string,
    more: object = {},
    { staff = this.someone(), behind = 0 } = {},
  ): Promise<ActionAnswer | null> {
    const { id, version } = this.sale;
    const input = { saleId: id, seenVersion: version - behind, ...more };
    return this.wish(`app/till/sales/[saleId]/actions.ts#${name}`, input, staff);
  }

  /**
   * Sends a wish until an answer comes: once, or twice at the same moment. Whatever is lost on the way is sent again as it was, as
   * a person does who presses once more.
   */
  async wish(action: string, input: object, staff = this.someone()): Promise<ActionAnswer | null> {
    const wish = { staff, action, input: { wishId: randomUUID(), ...input } };
    const taps = this.random.chance(0.2) ? 2 : 1;
    if (taps > 1) this.world.tally.count("wishes", "tapped twice");
    const answers = await Promise.all(Array.from({ length: taps }, () => this.#sendUntilAnswered(wish)));
    for (const answer of answers) this.#agree(wish, answer);
    return answers[0] ?? null;
  }

  /** Sends the last wish once more, as a browser does that sends a form again. */
  async replay(): Promise<void> {
    if (!this.#last) return;
    this.world.tally.count("wishes", "replayed");
    this.#agree(this.#last.wish, await this.#sendUntilAnswered(this.#last.wish));
  }

  /** Somebody's screen shows the sale. */
  watch(): Promise<void> {
    return this.someone().watch(this.sale.id);
  }

  /** A shopper's mobile number or address. */
  newContact(): string {
    return this.world.contacts.make(this.random);
  }

  /** Waits for up to so long. */
  pause(mostMs: number): Promise<void> {
    return sleep(this.random.int(0, mostMs));
  }

  /** The shopper's browser opens a page of the shop's, when there is anybody to answer. */
  async visit(url: string): Promise<void> {
    await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.body?.cancel(),
      () => {},
    );
  }

  /** Waits until something holds, for so long at most. False when the time was over first. */
  async until(holds: (sale: SaleNow) => boolean, mostMs: number): Promise<boolean> {
    const deadline = Date.now() + mostMs;
    while (!holds(this.sale)) {
      if (Date.now() > deadline) return false;
      await sleep(lookEveryMs);
    }
    return true;
  }

  /** Does something to the sale's order at Sezzle, as its shopper, time or Sezzle's dashboard would. False when it is too late for it. */
  async atSezzle(act: string, body: object = {}, order = this.order): Promise<boolean> {
    if (!order) return false;
    try {
      await this.world.sandbox.control(`/orders/${order.uuid}/${act}`, { method: "POST", body });
      this.world.tally.count("at Sezzle", act);
      return true;
    } catch (error) {
      if (/ answered 422/.test(String(error))) return false;
      throw error;
    }
  }

  async #sendUntilAnswered({ staff, action, input }: Wish): Promise<ActionAnswer | null> {
    const deadline = Date.now() + answerWithinMs;
    for (;;) {
      const answer = await staff.send(action, input);
      if (answer) {
        this.world.tally.count("answers", answer.ok ? "done" : (answer.code ?? "none"));
        return answer;
      }
      this.world.tally.count("wishes", "sent again");
      if (Date.now() > deadline || this.world.tally.isEnough) return null;
      await sleep(this.random.int(100, 400));
    }
  }

  /** However often a wish was sent, it is one operation of one sale. */
  #agree(wish: Wish, answer: ActionAnswer | null): void {
    if (!answer?.ok) return;
    const { operationId, saleId } = answer.value as Outcome;
    const outcome = operationId ?? saleId;
    if (!outcome || wish.action.endsWith("#ask")) return;
    if (this.#last?.wish.input.wishId === wish.input.wishId && this.#last.outcome !== outcome) {
      this.world.tally.differ(
        `the wish ${wish.input.wishId} (${wish.action}) became ${this.#last.outcome} and ${outcome}.`,
      );
    }
    this.#last = { wish, outcome };
  }
}
