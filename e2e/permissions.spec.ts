import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser } from "@playwright/test";
import { localDate } from "#lib/business-day.ts";
import { requestsOf } from "./support/books.ts";
import { builtActions, builtRoutes, callAction } from "./support/built-app.ts";
import { readRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { everybody, permissionTable, type Target, type Who } from "./support/permission-table.ts";
import { addStaff, type Member, memberOf, personIdOf, storeIdOf } from "./support/staff.ts";
import { choosePin, openByPin, pairTablet } from "./support/tablet.ts";
import { expect, staff, test } from "./support/test.ts";

test.setTimeout(120_000);

/** The actions that need no session: what they are sent decides. */
const strangers = ["#createOwner", "#pairTablet"];

/** Refusals that the history keeps, each with who was refused. */
const keptRefusals = [
  "not_allowed",
  "unknown_sale",
  "unknown_person",
  "unknown_register",
  "unknown_tablet",
  "unknown_day",
  "unknown_payout",
  "unknown_difference",
  "yourself",
  "wrong_password",
  "cannot_approve",
];

type Knocking = Record<Who, { personId: string; request: APIRequestContext }>;

async function allKnocking(browser: Browser, house: House, mapleRegister: string): Promise<Knocking> {
  const member = async (credentials: { signInName: string; password: string }): Promise<Member> => {
    const it = await memberOf(browser, house, credentials);
    const cookie = { name: "till_register", value: mapleRegister, url: house.app.url };
    await it.context.addCookies([cookie]);
    return it;
  };
  const otherManager = await addStaff(browser, house, {
    signInName: `harper-${randomUUID().slice(0, 8)}`,
    store: "HARBR",
    role: "manager",
  });
  const nobody = await browser.newContext();
  return {
    stranger: { personId: personIdOf(house, staff.cashier.signInName), request: nobody.request },
    cashier: await member(staff.cashier),
    manager: await member(staff.manager),
    otherCashier: await member(staff.otherStoresCashier),
    otherManager: await member(otherManager),
    owner: await member(staff.owner),
  };
}

async function targetIn(browser: Browser, house: House, saleUrl: string): Promise<Target> {
  const suffix = randomUUID().slice(0, 8);
  const cashier = await addStaff(browser, house, {
    signInName: `cas-${suffix}`,
    store: "MAPLE",
    role: "cashier",
  });
  const manager = await addStaff(browser, house, {
    signInName: `man-${suffix}`,
    store: "MAPLE",
    role: "manager",
  });
  await memberOf(browser, house, cashier);
  const cashierId = personIdOf(house, cashier.signInName);
  const maple = storeIdOf(house, "MAPLE");
  const first = <Row>(query: string, ...values: unknown[]) => {
    const [row] = readRows<Row>(house.database, query, ...values);
    if (!row) throw new Error(`nothing for ${query}`);
    return row;
  };
  const saleId = new URL(saleUrl).pathname.split("/").at(-1) ?? "";
  const mapleRegister = first<{ id: string }>(
    "select id from registers where store_id = ? limit 1",
    maple,
  ).id;
  const tablet = await browser.newContext();
  await pairTablet(browser, house, { manager, registerId: mapleRegister, tablet: tablet.request });
  await tablet.close();
  return {
    today: localDate(new Date(), "America/Chicago"),
    saleId,
    ...(await payoutOf(browser, house, saleId)),
    maple,
    harbour: storeIdOf(house, "HARBR"),
    mapleRegister,
    mapleTablet: first<{ id: string }>(
      "select id from tablets where register_id = ? order by paired_at desc limit 1",
      mapleRegister,
    ).id,
    cashierId,
    managerId: personIdOf(house, manager.signInName),
    ownerId: personIdOf(house, staff.owner.signInName),
    someoneElsesSession: first<{ id: string }>(
      "select id from sessions where person_id = ? and ended_at is null",
      personIdOf(house, manager.signInName),
    ).id,
  };
}

/** Sezzle pays out with a chargeback of the sale's order that nobody reported, and the till reads it. */
async function payoutOf(browser: Browser, house: House, saleId: string) {
  const query =
    "select o.uuid from orders o join attempts a on a.id = o.attempt_id where a.sale_id = ? and o.kind = 'main'";
  const [order] = readRows<{ uuid: string }>(house.database, query, saleId);
  const plants = [{ kind: "chargeback", order_uuid: order?.uuid, amount_in_cents: -77_713 }];
  const body = { currency: "USD", until: "2000-01-01T00:00:00Z", plants };
  const { uuid } = await house.sandbox.control<{ uuid: string }>("/payouts", { method: "POST", body });
  const owner = await memberOf(browser, house, staff.owner);
  const read = builtActions().get("app/(desk)/payouts/actions.ts#readPayouts") ?? "";
  const known = () =>
    readRows<{ id: string }>(
      house.database,
      "select id from payout_differences where payout_uuid = ?",
      uuid,
    )[0];
  // The till reads by itself as well: of two readings at once the second is none.
  await expect(async () => {
    await callAction(owner.request, house.app.url, read, { personId: owner.personId });
    expect(known()).toBeDefined();
  }).toPass({ timeout: 15_000 });
  await owner.context.close();
  return { payoutUuid: uuid, differenceId: known()?.id ?? "" };
}

test("each role does in each store what the table says, whatever it sends, and every refusal is in the history", async ({
  browser,
  house,
  till,
}) => {
  const { saleUrl } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  const target = await targetIn(browser, house, saleUrl);
  const knocking = await allKnocking(browser, house, target.mapleRegister);
  const actions = builtActions();
  const sentBefore = (await changingCalls(house)).length;

  for (const row of permissionTable) {
    for (const who of everybody) {
      const { personId, request } = knocking[who];
      const expected = row.answers[who];
      const before = refusalsOf(house, personId);
      const answer = await callAction(request, house.app.url, actions.get(row.action) ?? "", {
        personId,
        ...row.input(target),
      });
      const what = `${who}: ${row.action} ${row.of ?? ""}`;
      expect.soft(answer.ok ? "ok" : answer.code, what).toBe(expected);
      const kept = who !== "stranger" && keptRefusals.includes(expected) ? 1 : 0;
      expect.soft(refusalsOf(house, personId) - before, `${what}, in the history`).toBe(kept);
    }
  }
  expect((await changingCalls(house)).length).toBe(sentBefore);
  const names = readRows<{ sign_in_name: string }>(house.database, "select sign_in_name from people");
  expect(names.map((it) => it.sign_in_name)).not.toContain("mallory");
  const [session] = readRows<{ ended_at: number | null; end_reason: string | null }>(
    house.database,
    "select ended_at, end_reason from sessions where id = ?",
    target.someoneElsesSession,
  );
  // Their own password was reset by who may; nobody else's wish to end it did.
  expect(session?.end_reason).not.toBe("ended");
});

test("the table has every action the app was built with", () => {
  expect([...new Set(permissionTable.map((row) => row.action))].sort()).toEqual(
    [...builtActions().keys()].sort(),
  );
});

test("no action runs for a page of another site, nor for a screen that shows another person", {
  tag: "@long",
}, async ({ browser, house, till }) => {
  const { saleUrl } = await till.sendLink(8450);
  const target = await targetIn(browser, house, saleUrl);
  const manager = await memberOf(browser, house, staff.manager);
  const { url } = house.app;
  for (const [action, id] of builtActions()) {
    const row = permissionTable.find((it) => it.action === action);
    const input = { personId: manager.personId, ...row?.input(target) };
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, {}] as Record<
      string,
      string
    >[]) {
      const answer = await callAction(manager.request, url, id, input, headers);
      expect.soft(answer.ok, `${action} from ${headers.origin ?? "nowhere"}`).toBe(false);
      expect.soft([null, "other_origin"], `${action}: ${answer.code}`).toContain(answer.code);
    }
    if (strangers.some((it) => action.includes(it))) continue;
    const shown = { ...input, personId: target.cashierId };
    expect.soft((await callAction(manager.request, url, id, shown)).code, action).toBe("someone_else");
  }
  await manager.context.close();
});

test("with a PIN a manager does the till's work and nothing of the desk, on that tablet alone", {
  tag: "@long",
}, async ({ browser, house, till }) => {
  const { saleUrl } = await till.sendLink(8450);
  const target = await targetIn(browser, house, saleUrl);
  const { url } = house.app;
  await choosePin(browser, house, staff.manager, "9173");
  const tablet = await browser.newContext({ baseURL: url });
  const registerId = target.mapleRegister;
  await pairTablet(browser, house, { manager: staff.manager, registerId, tablet: tablet.request });
  const personId = personIdOf(house, staff.manager.signInName);
  expect(await openByPin(house, tablet.request, { personId, pin: "1739" })).toBe("wrong_pin");
  expect(await openByPin(house, tablet.request, { personId, pin: "9173" })).toBeNull();

  // Its cookies without the tablet's own are worth nothing.
  const elsewhere = await browser.newContext({ baseURL: url });
  const cookies = (await tablet.cookies()).filter((it) => it.name !== "till_tablet");
  await elsewhere.addCookies(cookies);
  const choose = builtActions().get("app/till/actions.ts#startSale") ?? "";
  expect((await callAction(elsewhere.request, url, choose, { personId })).code).toBe("signed_out");

  for (const row of permissionTable) {
    if (strangers.some((it) => row.action.includes(it))) continue;
    const input = { personId, ...row.input(target) };
    const id = builtActions().get(row.action) ?? "";
    const { code } = await callAction(tablet.request, url, id, input);
    const isTillWork = row.action.startsWith("app/till/");
    if (isTillWork)
      expect.soft(code, row.action).toBe(row.answers.manager === "ok" ? null : row.answers.manager);
    else if (row.action.includes("#lockTablet")) expect.soft(code, row.action).toBeNull();
    else if (row.answers.manager === "not_allowed" && row.answers.owner !== "not_allowed")
      expect.soft(["not_allowed", "password_needed"], `${row.action}: ${code}`).toContain(code);
    else expect.soft(code, row.action).toBe("password_needed");
  }
  const pages = ["/today", "/people", `/people/${target.cashierId}`, `/stores/${target.maple}`, "/account"];
  for (const page of [...pages, "/days", "/payouts", "/disputes", "/shoppers", "/stores"]) {
    const answer = await tablet.request.get(page);
    expect.soft(new URL(answer.url()).pathname, page).toBe("/password");
  }
  for (const route of ["/api/orders/export", `/api/days/${target.maple}/${target.today}/csv`]) {
    expect.soft((await tablet.request.get(route)).status(), route).toBeGreaterThanOrEqual(403);
  }
  for (const page of ["/till", "/orders", `/orders/${target.saleId}`]) {
    const answer = await tablet.request.get(page);
    expect.soft([answer.status(), new URL(answer.url()).pathname], page).toEqual([200, page]);
  }
  await Promise.all([tablet.close(), elsewhere.close()]);
});

test("no page, route or code of an order leaks anything to strangers, other stores and other roles", {
  tag: "@long",
}, async ({ browser, house, till }) => {
  const amountCents = 77_713;
  const { saleUrl, mobile } = await till.sendLink(amountCents);
  await till.shows("Waiting for shopper");
  const target = await targetIn(browser, house, saleUrl);
  const knocking = await allKnocking(browser, house, target.mapleRegister);
  const { url } = house.app;
  const [sale] = readRows<{ number: string }>(
    house.database,
    "select number from sales where id = ?",
    target.saleId,
  );
  /** What belongs to Maple Street alone. */
  const secrets = ["777.13", sale?.number ?? "?", `•••-${mobile.slice(-4)}`, mobile, "Maple Street", "casey"];
  const { pages, routes } = builtRoutes();
  const addresses = [...pages, ...routes].flatMap((address) => {
    if (address.startsWith("/_") || address.includes("nextauth")) return [];
    const ids: Record<string, string[]> = {
      "[storeId]/[date]": [`${target.maple}/${target.today}`],
      "[saleId]": [target.saleId],
      "[personId]": [target.cashierId, target.managerId, target.ownerId],
      "[storeId]": [target.maple],
      "[token]": ["a-token-nobody-was-given"],
      "[uuid]": [target.payoutUuid],
    };
    const slot = Object.keys(ids).find((it) => address.includes(it));
    return slot ? (ids[slot] ?? []).map((id) => address.replace(slot, id)) : [address];
  });
  expect(addresses.length).toBeGreaterThan(20);
  const searches = ["q=0147", `q=${mobile}`, `store=${target.maple}`, "status=waiting", "q=777.13"];
  addresses.push(...searches.map((it) => `/orders?${it}`));

  const read = async (who: Who, address: string) => {
    const { request } = knocking[who];
    // The stream never ends: what it says to a stranger, and to others of whose stores, has tests of its own.
    if (address === "/api/events" && who !== "stranger") return { status: 200, text: "" };
    const answer = await request.get(`${url}${address}`, { maxRedirects: 0 });
    return { status: answer.status(), text: await answer.text() };
  };
  for (const address of addresses) {
    for (const who of ["stranger", "otherCashier", "otherManager"] as const) {
      const { status, text } = await read(who, address);
      // The sign-in page of the demo names its own demo people, and a search what was looked for.
      const own = (secret: string) => address === "/sign-in" || address.includes(secret);
      const told = secrets.filter((secret) => text.includes(secret) && !own(secret));
      expect.soft(told, `${address} to ${who} (${status})`).toEqual([]);
      // What a manager of another store exports is that store's.
      const isTheirs = address === "/api/orders/export" && who === "otherManager";
      if (/sales|receipts|orders\/|people\/|stores\/|payouts\/|\/qr|days\//.test(address) && !isTheirs)
        expect.soft(status, `${address} to ${who}`).not.toBe(200);
    }
    if (address === "/operator") {
      for (const who of ["stranger", "cashier", "manager", "otherCashier", "otherManager"] as const) {
        const { text } = await read(who, address);
        expect.soft(text, `${address} to ${who}`).not.toContain("Subscription to webhooks");
      }
      expect((await read("owner", address)).text, address).toContain("Subscription to webhooks");
    }
    if (address.startsWith("/people")) {
      const { text } = await read("cashier", address);
      expect
        .soft(
          ["olive", "morgan"].filter((name) => text.toLowerCase().includes(name)),
          address,
        )
        .toEqual([]);
    }
  }
  const exportOf = (store: string) => `/api/orders/export?store=${store}`;
  for (const [who, store, status] of [
    ["stranger", target.maple, 401],
    ["cashier", target.maple, 403],
    ["manager", target.maple, 200],
    ["manager", target.harbour, 403],
    ["otherCashier", target.harbour, 403],
    ["otherManager", target.harbour, 200],
    ["otherManager", target.maple, 403],
    ["owner", target.maple, 200],
    ["owner", "forged", 403],
  ] as const) {
    const { personId } = knocking[who];
    const before = refusalsOf(house, personId);
    const answer = await read(who, exportOf(store));
    expect.soft(answer.status, `${who} exports ${store}`).toBe(status);
    expect.soft(refusalsOf(house, personId) - before, `${who}, in the history`).toBe(status === 403 ? 1 : 0);
    expect.soft(answer.text.includes("777.13"), who).toBe(status === 200 && store === target.maple);
    expect.soft(answer.text, "a whole number is not sent along").not.toContain(mobile);
  }
  const seen = await read("manager", `/orders?q=${mobile.slice(-4)}`);
  for (const secret of secrets.slice(0, 3))
    expect(seen.text, "what the store's own manager sees").toContain(secret);
  expect(seen.text, "a whole number is not sent along").not.toContain(mobile);

  const nobody = knocking.stranger.request;
  const origin = { origin: new URL(url).origin };
  for (const route of ["/api/watch", "/api/here"]) {
    expect((await nobody.post(`${url}${route}`, { headers: origin })).status(), route).toBe(401);
    const evil = { origin: "https://evil.example" };
    expect((await knocking.owner.request.post(`${url}${route}`, { headers: evil })).status(), route).toBe(
      403,
    );
  }
});

function refusalsOf(house: House, personId: string): number {
  const [row] = readRows<{ count: number }>(
    house.database,
    "select count(*) count from history where kind = 'action.refused' and person_id = ?",
    personId,
  );
  return row?.count ?? 0;
}

async function changingCalls(house: House) {
  const all = await requestsOf(house.sandbox, {});
  const asking = ["order_get", "authentication", "webhooks", "settlement_summaries", "settlement_details"];
  return all.filter((it) => !asking.includes(it.call));
}
