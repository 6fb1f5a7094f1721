import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { isInDoubt } from "#lib/problem.ts";
import { type ActionAnswer, builtActions, callAction } from "../support/built-app.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { type Credentials, signInOverHttp } from "../support/people-over-http.ts";
import type { ChainHouse } from "./house.ts";
import type { SaleRow } from "./till-rows.ts";

const lookEveryMs = 50;
const pressAgainAfterMs = 300;
/** A process that died is noticed after fifteen seconds, and what it sent is then asked for. */
const patienceMs = 40_000;

/** How a sale came out for who stood at the counter. */
export type Outcome = "paid" | "begun" | "not sure it was sent" | "not finished";

/** Somebody signed in at a register, who sells one sale after another by way of the public address. */
export class Cashier {
  readonly client: CookieClient;
  /** How long each press took to be answered, also with a refusal or a broken connection. */
  readonly answersMs: number[] = [];
  readonly #house: ChainHouse;
  readonly #personId: string;
  /** How often a press had no answer, or one that says that the till itself failed. */
  refused = 0;

  private constructor(house: ChainHouse, client: CookieClient, personId: string) {
    this.#house = house;
    this.client = client;
    this.#personId = personId;
  }

  static async signIn(house: ChainHouse, credentials: Credentials, registerId: string): Promise<Cashier> {
    const client = new CookieClient(house.proxy.url);
    const refused = await signInOverHttp(client, house.proxy.url, credentials);
    if (refused) throw new Error(`${credentials.signInName} could not sign in: ${refused}`);
    client.setCookie("till_register", registerId);
    const personId = await house.till.idOf("people", "sign_in_name", credentials.signInName);
    return new Cashier(house, client, personId);
  }

  /** Starts a sale and has its link sent. Returns its id; "" when the till refused it, or nobody answered. */
  async begin(index: number): Promise<string> {
    const started = await this.#wish("app/till/actions.ts#startSale", {
      amountCents: 5_000 + index,
      contact: `shopper${index}@example.com`,
      shopperName: null,
      receiptNumber: null,
    });
    return ((started?.value ?? {}) as { saleId?: string }).saleId ?? "";
  }

  /** Sells: a link, the shopper who pays, the capture. */
  async sell(index: number): Promise<{ saleId: string; outcome: Outcome }> {
    const saleId = await this.begin(index);
    if (!saleId) return { saleId, outcome: "not finished" };
    const isSent = await this.#untilPaid(saleId);
    if (isSent !== "paid") return { saleId, outcome: isSent };
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      const sale = await this.#house.till.sale(saleId);
      if (sale?.status === "captured") return { saleId, outcome: "paid" };
      if (sale?.status === "authorized") await this.#act("capture", sale, { amountCents: sale.amountCents });
      await sleep(lookEveryMs);
    }
    return { saleId, outcome: "not finished" };
  }

  /** Waits for the link to be sent, has it sent again where the sale says that it was not, and has the shopper pay. */
  async #untilPaid(saleId: string): Promise<Outcome> {
    const { till, sezzle, sandbox } = this.#house;
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      const sale = await till.sale(saleId);
      const order = sale && sezzle.ordersOf(sale.number).at(-1);
      if (order?.checkoutStatus === "active") {
        await sandbox.control(`/orders/${order.uuid}/complete`, { method: "POST", body: {} });
        return "paid";
      }
      // The process died before it sent, and nobody can know that it did not: a person decides, half an hour later.
      if (sale?.status === "unconfirmed" && !order) return "not sure it was sent";
      if (sale?.status === "failed") await this.#act("sendAgain", sale, { contact: null, confirmed: false });
      await sleep(lookEveryMs);
    }
    return "not finished";
  }

  #act(name: string, { id, version }: SaleRow, more: object): Promise<ActionAnswer | null> {
    const input = { saleId: id, seenVersion: version, ...more };
    return this.#wish(`app/till/sales/[saleId]/actions.ts#${name}`, input);
  }

  /** Presses until there is an answer that is one: the same wish each time, as the screen does. */
  async #wish(action: string, input: object): Promise<ActionAnswer | null> {
    const wish = { wishId: randomUUID(), ...input };
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      const answer = await this.press(action, wish);
      const { ok, code } = answer ?? { ok: false, code: null };
      if (ok || (code !== null && !isInDoubt({ code }))) return answer;
      this.refused += 1;
      await sleep(pressAgainAfterMs);
    }
    return null;
  }

  /** Presses once. Null when no answer came, or none of the app's own. */
  async press(action: string, input: object, url = this.#house.proxy.url): Promise<ActionAnswer | null> {
    const id = builtActions().get(action);
    if (!id) throw new Error(`the app has no action ${action}`);
    const startedAt = performance.now();
    try {
      const { origin } = new URL(this.#house.proxy.url);
      const all = { personId: this.#personId, ...input };
      const answer = await callAction(this.client, url, id, all, { origin });
      return answer.ok || answer.code !== null ? answer : null;
    } catch {
      return null;
    } finally {
      this.answersMs.push(performance.now() - startedAt);
    }
  }
}
