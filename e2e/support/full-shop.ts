import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { localDate } from "#lib/business-day.ts";
import { booksFor, clearFaults } from "./books.ts";
import { builtActions, callAction } from "./built-app.ts";
import { CookieClient } from "./cookie-client.ts";
import { changeRows, readRows } from "./database.ts";
import { staff } from "./demo-staff.ts";
import type { House } from "./house.ts";
import { writePastSales } from "./many-sales.ts";
import { personIdOf, signInOverHttp, storeIdOf } from "./people-over-http.ts";
import { someMobile } from "./till.ts";
import { deliver, eventAbout, signatureOf } from "./webhook.ts";

/** A sale by what has become of it, with its id. */
export type FullShop = {
  sales: Map<string, string>;
  mapleId: string;
  payouts: string[];
  days: { open: string; signed: string };
};

type Sale = { saleId: string; uuid: string };

const hour = 60 * 60_000;

/** The business day at Maple Street so many days ago. */
const businessDay = (daysAgo: number) =>
  localDate(new Date(Date.now() - daysAgo * 24 * hour), "America/Chicago");

/** Somebody at a counter who presses the buttons' actions without a screen. */
class Hand {
  readonly #house: House;
  readonly #client: CookieClient;
  readonly #personId: string;

  private constructor(house: House, client: CookieClient, personId: string) {
    this.#house = house;
    this.#client = client;
    this.#personId = personId;
  }

  static async of(house: House, person: { signInName: string; password: string }): Promise<Hand> {
    const client = new CookieClient(house.app.url);
    const refused = await signInOverHttp(client, house.app.url, person);
    if (refused) throw new Error(`${person.signInName} could not sign in: ${refused}`);
    const query = "select id from registers where store_id = ? order by name";
    const [register] = readRows<{ id: string }>(house.database, query, storeIdOf(house, "MAPLE"));
    client.setCookie("till_register", register?.id ?? "");
    return new Hand(house, client, personIdOf(house, person.signInName));
  }

  async act(action: string, input: object): Promise<unknown> {
    const id = builtActions().get(action) ?? "";
    const answer = await callAction(this.#client, this.#house.app.url, id, {
      personId: this.#personId,
      ...input,
    });
    if (!answer.ok) throw new Error(`${action} was refused: ${answer.code}`);
    return answer.value;
  }

  async read(path: string): Promise<string> {
    return (await this.#client.get(`${this.#house.app.url}${path}`)).text();
  }

  /** An act on a sale as it is now. */
  async ofSale(name: string, { saleId }: { saleId: string }, more: object = {}): Promise<void> {
    const query = "select version from sales where id = ?";
    const [sale] = readRows<{ version: number }>(this.#house.database, query, saleId);
    const common = { saleId, wishId: randomUUID(), seenVersion: sale?.version ?? 0 };
    const file = name === "askRefund" ? "refund-actions" : "actions";
    await this.act(`app/till/sales/[saleId]/${file}.ts#${name}`, { ...common, ...more });
  }

  async start(
    amountCents: number,
    shopperName: string | null = null,
  ): Promise<{ saleId: string; mobile: string }> {
    const mobile = someMobile();
    const sale = { wishId: randomUUID(), amountCents, contact: mobile, shopperName, receiptNumber: null };
    const { saleId } = (await this.act("app/till/actions.ts#startSale", sale)) as { saleId: string };
    return { saleId, mobile };
  }
}

/** Fills a fresh demo with a sale in every status, orders of other days, a dispute, payouts, events that failed, a day that is signed off. */
export async function fillShop(house: House): Promise<FullShop> {
  const { sandbox, database } = house;
  const control = <T>(path: string, body: object = {}) => sandbox.control<T>(path, { method: "POST", body });
  const fault = (call: string, kind: string, more: object = {}) =>
    control("/faults", { call, kind, ...more });
  const casey = await Hand.of(house, staff.cashier);
  const morgan = await Hand.of(house, staff.manager);
  const olive = await Hand.of(house, staff.owner);
  const mapleId = storeIdOf(house, "MAPLE");
  const sales = new Map<string, string>();

  const becomes = (saleId: string, status: string) => {
    const query = "select status from sales where id = ?";
    const statusNow = () => readRows<{ status: string }>(database, query, saleId)[0]?.status;
    return expect.poll(statusNow, { message: "the status of a sale", timeout: 15_000 }).toBe(status);
  };
  const send = async (amountCents: number, name: string | null = null): Promise<Sale> => {
    const { saleId, mobile } = await casey.start(amountCents, name);
    await becomes(saleId, "link_sent");
    return { saleId, uuid: (await booksFor(sandbox, mobile)).uuid };
  };
  const approve = async (amountCents: number, name: string | null = null): Promise<Sale> => {
    const sale = await send(amountCents, name);
    await control(`/orders/${sale.uuid}/complete`);
    await becomes(sale.saleId, "authorized");
    return sale;
  };
  const pay = async (amountCents: number, name: string | null = null): Promise<Sale> => {
    const sale = await approve(amountCents, name);
    await casey.ofSale("capture", sale, { amountCents });
    await becomes(sale.saleId, "captured");
    return sale;
  };
  const keep = (name: string, { saleId }: { saleId: string }) => sales.set(name, saleId);

  await writePastSales(
    house,
    "MAPLE",
    (["captured", "denied", "checkout_expired", "cancelled", "released", "captured"] as const).map(
      (status, index) => ({
        at: new Date(Date.now() - (50 + index * 3) * hour),
        status,
        amountCents: 2_150 + index * 3_719,
        phone: `+1612555${1_000 + index * 137}`,
        ...(index % 2 ? {} : { name: "Katherine Johnson" }),
      }),
    ),
  );

  await fault("session_create", "lose_answer");
  const unsure = await casey.start(6_100);
  await becomes(unsure.saleId, "unconfirmed");
  keep("unconfirmed", unsure);
  await fault("session_create", "status", {
    ...{ status: 422, code: "invalid", message: "Order amount must be greater than $35" },
  });
  const failed = await casey.start(1_200);
  await becomes(failed.saleId, "failed");
  keep("failed", failed);

  const cancelled = await send(3_100);
  await casey.ofSale("cancel", cancelled);
  await becomes(cancelled.saleId, "cancelled");
  keep("cancelled", cancelled);
  const denied = await send(99_000);
  await control(`/orders/${denied.uuid}/deny`);
  const expired = await send(3_300);
  await control(`/orders/${expired.uuid}/expire-checkout`);
  const lapsed = await approve(7_700);
  await control(`/orders/${lapsed.uuid}/expire-authorization`);
  const part = await approve(8_450);
  await casey.ofSale("capture", part, { amountCents: 2_000 });
  await becomes(part.saleId, "partially_captured");
  keep("partially_captured", part);
  const released = await approve(4_200);
  await casey.ofSale("release", released, { amountCents: 4_200 });
  await becomes(released.saleId, "released");
  keep("released", released);

  const lost = await approve(5_800);
  await fault("capture", "cut");
  await casey.ofSale("capture", lost, { amountCents: 5_800 });
  changeRows(
    database,
    "update operations set first_sent_at = first_sent_at - 1200000, next_repeat_at = null where sale_id = ? and kind = 'capture'",
    lost.saleId,
  );
  keep("not_confirmed", lost);

  const paid = await pay(10_000, "Grace Hopper");
  keep("captured", paid);
  const disputed = await pay(20_000, "Annie Easley");
  await control(`/orders/${disputed.uuid}/dispute`);
  keep("disputed", disputed);
  const partly = await pay(12_500);
  await morgan.ofSale("refund", partly, { amountCents: 2_500, reason: "Returned goods", additional: false });
  await becomes(partly.saleId, "partially_refunded");
  keep("partially_refunded", partly);
  const refunded = await pay(4_600);
  await morgan.ofSale("refund", refunded, { amountCents: 4_600, reason: "Mistake", additional: false });
  await becomes(refunded.saleId, "refunded");
  keep("refunded", refunded);
  const asked = await pay(45_000);
  await casey.ofSale("askRefund", asked, {
    amountCents: 45_000,
    reason: "Returned goods",
    additional: false,
  });
  keep("refund_asked", asked);

  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * hour).toISOString().slice(0, 10);
  const even = await control<{ uuid: string }>("/payouts", { currency: "USD", payout_date: daysAgo(9) });
  const plants = [{ kind: "chargeback", order_uuid: paid.uuid }, { kind: "correction" }];
  const odd = await control<{ uuid: string }>("/payouts", {
    currency: "USD",
    payout_date: daysAgo(8),
    plants,
  });
  await olive.act("app/(desk)/payouts/actions.ts#readPayouts", {});

  for (const [name, sale, status] of [
    ["denied", denied, "denied"],
    ["checkout_expired", expired, "checkout_expired"],
    ["authorization_expired", lapsed, "authorization_expired"],
  ] as const) {
    // Sezzle announces none of these; with nobody at the sale the till asks within the minute.
    await casey.ofSale("ask", sale);
    await becomes(sale.saleId, status);
    keep(name, sale);
  }
  keep("authorized", await approve(8_450, "Ada Lovelace"));
  keep("link_sent", await send(12_000));

  await fault("order_get", "status", { status: 404 });
  const { body } = eventAbout(randomUUID(), "order.refunded");
  await deliver(house.app.url, body, { signature: signatureOf(body, sandbox.privateKey) });
  await clearFaults(sandbox);
  const dates = { open: businessDay(0), signed: businessDay(2) };
  const signed = await morgan.read(`/days/${mapleId}/${dates.signed}`);
  const fingerprint = /fingerprint\\?":\\?"([^"\\]+)/.exec(signed)?.[1];
  const closing = { storeId: mapleId, date: dates.signed, fingerprint, explanations: [] };
  await morgan.act("app/(desk)/days/[storeId]/[date]/actions.ts#closeDay", closing);
  return { sales, mapleId, payouts: [even.uuid, odd.uuid], days: dates };
}
