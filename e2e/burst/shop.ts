import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import { builtActions, callAction } from "../support/built-app.ts";
import { readRows } from "../support/database.ts";
import type { House } from "../support/house.ts";
import { personIdOf, signInOverHttp, storeIdOf } from "../support/staff.ts";

/** A counter that is signed in at a register, without a browser. */
export type Counter = { personId: string; request: APIRequestContext };

const cashier = { signInName: "casey", password: "maple-counter-1" };
const atOnce = 8;

/** Signs the cashier in, on a tablet that stands for a register of their store. */
export async function openCounter(house: House): Promise<Counter> {
  const [register] = readRows<{ id: string }>(
    house.database,
    "select id from registers where store_id = ? limit 1",
    storeIdOf(house, "MAPLE"),
  );
  const cookie = {
    name: "till_register",
    value: register?.id ?? "",
    domain: "localhost",
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: "Lax" as const,
  };
  const sender = await request.newContext({ storageState: { cookies: [cookie], origins: [] } });
  const refused = await signInOverHttp(sender, house.app.url, cashier);
  if (refused) throw new Error(`the cashier could not sign in: ${refused}`);
  return { personId: personIdOf(house, cashier.signInName), request: sender };
}

/** Starts so many sales. Returns the uuids of their orders at Sezzle. */
export async function startSales(house: House, counter: Counter, howMany: number): Promise<string[]> {
  const numbers = Array.from({ length: howMany }, (_, index) => index);
  const action = builtActions().get("app/till/actions.ts#startSale") ?? "";
  const start = async () => {
    for (let index = numbers.pop(); index !== undefined; index = numbers.pop()) {
      const answer = await callAction(counter.request, house.app.url, action, {
        personId: counter.personId,
        wishId: randomUUID(),
        amountCents: 5_000 + index,
        contact: `shopper${index}@example.com`,
        shopperName: null,
        receiptNumber: null,
      });
      if (!answer.ok) throw new Error(`a sale was not started: ${answer.status} ${answer.code}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, start));
  const orders = readRows<{ uuid: string }>(house.database, "select uuid from orders where kind = 'main'");
  if (orders.length !== howMany) throw new Error(`${orders.length} of ${howMany} links were sent`);
  return orders.map((it) => it.uuid);
}

/** Makes orders as a web shop on the same account would. */
export async function otherOrders({ sandbox }: House, howMany: number): Promise<string[]> {
  const uuids: string[] = [];
  for (let index = 0; index < howMany; index += 1) {
    const body = { amount_in_cents: 8_450, currency: "USD" };
    uuids.push((await sandbox.control<{ uuid: string }>("/orders", { method: "POST", body })).uuid);
  }
  return uuids;
}
