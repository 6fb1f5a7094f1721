import { randomUUID } from "node:crypto";
import { builtActions } from "../support/built-app.ts";
import type { Answered, Sender, Sending } from "./http-load.ts";
import type { Screen } from "./shop.ts";

/** The server actions that are called, each from its own page, as a page calls it. */
export class Actions {
  readonly #ids: Map<string, string>;

  constructor(product: string) {
    this.#ids = builtActions(product);
  }

  /** Has a link sent for a new sale. */
  startSale(url: string, screen: Screen, amountCents: number): Sending {
    const wishId = randomUUID();
    const contact = `${wishId}@example.com`;
    const sale = { wishId, amountCents, contact, shopperName: null, receiptNumber: null };
    return this.#call(`${url}/till`, "app/till/actions.ts#startSale", screen, sale);
  }

  /** Captures all of an approved sale. */
  capture(
    url: string,
    screen: Screen,
    sale: { saleId: string; version: number; amountCents: number },
  ): Sending {
    const { saleId, version: seenVersion, amountCents } = sale;
    const wish = { saleId, wishId: randomUUID(), seenVersion, amountCents };
    return this.#call(
      `${url}/till/sales/${saleId}`,
      "app/till/sales/[saleId]/actions.ts#capture",
      screen,
      wish,
    );
  }

  /** Does nothing. */
  empty(url: string, screen: Screen): Sending {
    return this.#call(`${url}/bench-empty`, "app/bench-empty/actions.ts#empty", screen, {});
  }

  #call(page: string, action: string, screen: Screen, input: object): Sending {
    const id = this.#ids.get(action);
    if (!id) throw new Error(`the build has no action ${action}`);
    return {
      url: page,
      headers: {
        ...{ "next-action": id, "content-type": "text/plain;charset=UTF-8", accept: "text/x-component" },
        ...{ origin: new URL(page).origin, "sec-fetch-site": "same-origin", cookie: screen.cookie },
      },
      body: JSON.stringify([{ personId: screen.personId, ...input }]),
    };
  }
}

/** Sends an action that has to succeed. Returns how long its answer took, and what it returned. */
export async function act<Value>(
  sender: Sender,
  sending: Sending,
  plannedAt?: number,
): Promise<Answered & { value: Value }> {
  const answered = await sender.send(sending, plannedAt);
  const row = /^1:(\{.*\})$/m.exec(answered.text)?.[1];
  const result = row ? (JSON.parse(row) as { ok?: boolean; value: Value }) : null;
  if (answered.status !== 200 || !result?.ok)
    throw new Error(`an action was answered ${answered.status}: ${answered.text.slice(0, 500)}`);
  return { ...answered, value: result.value };
}
