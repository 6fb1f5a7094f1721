import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser } from "@playwright/test";
import { localDate } from "#lib/business-day.ts";
import { requestsOf } from "./support/books.ts";
import { builtActions, builtRoutes, callAction } from "./support/built-app.ts";
import { readRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { addStaff, type Member, memberOf, personIdOf, storeIdOf } from "./support/staff.ts";
import { choosePin, openByPin, pairTablet } from "./support/tablet.ts";
import { expect, staff, test } from "./support/test.ts";

test.setTimeout(120_000);

/** Everybody who may knock: at Maple Street, at the other store, and at none. */
const everybody = ["stranger", "cashier", "manager", "otherCashier", "otherManager", "owner"] as const;
type Who = (typeof everybody)[number];

/** What the actions are tried on; all of it is Maple Street's. */
type Target = {
  saleId: string;
  maple: string;
  harbour: string;
  mapleRegister: string;
  /** A tablet that is paired with it. */
  mapleTablet: string;
  cashierId: string;
  managerId: string;
  ownerId: string;
  someoneElsesSession: string;
  /** The business day that runs at Maple Street. */
  today: string;
  /** A payout with lines of Maple Street alone, and something in it that does not agree. */
  payoutUuid: string;
  differenceId: string;
};

type Row = {
  action: string;
  /** What is tried, when there is more than one. */
  of?: string;
  input: (target: Target) => object;
  /** The code each is answered; `ok` where it is done. */
  answers: Record<Who, string>;
};

const signedOut = "signed_out";

/** A right on a sale of Maple Street: `done` is what those are answered who may. Wishes are stale, so that nothing is sent. */
function ofSale(action: string, done: string, more: object = {}, cashierMay = true): Row {
  return {
    action,
    input: ({ saleId }) => ({ saleId, wishId: randomUUID(), seenVersion: -1, ...more }),
    answers: {
      stranger: signedOut,
      cashier: cashierMay ? done : "not_allowed",
      manager: done,
      otherCashier: "unknown_sale",
      otherManager: "unknown_sale",
      owner: done,
    },
  };
}

/** The same for a sale that does not exist: nobody is told more of one than of the other. */
const forgedSale: Row = {
  ...ofSale("app/till/sales/[saleId]/actions.ts#capture", "unknown_sale", {
    amountCents: 1,
    saleId: randomUUID(),
  }),
  of: "a sale that does not exist",
};

type About = "cashierId" | "managerId" | "ownerId";

function ofPerson(
  name: string,
  about: About,
  more: object | ((target: Target) => object),
  answers: Pick<Row["answers"], "manager" | "otherManager" | "owner">,
): Row {
  return {
    action: `app/(desk)/people/actions.ts#${name}`,
    of: about,
    input: (target) => ({ aboutId: target[about], ...(typeof more === "function" ? more(target) : more) }),
    answers: { stranger: signedOut, cashier: "not_allowed", otherCashier: "not_allowed", ...answers },
  };
}

const peopleRows = [
  { name: "rename", more: { name: "Same" }, done: "ok" },
  { name: "resetPassword", more: {}, done: "ok" },
  { name: "resetSecondFactor", more: {}, done: "no_second_factor" },
  { name: "openPin", more: {}, done: "ok" },
  { name: "setDisabled", more: { isDisabled: false }, done: "ok" },
  { name: "endSessions", more: {}, done: "ok" },
].flatMap(({ name, more, done }) => [
  ofPerson(name, "cashierId", more, { manager: done, otherManager: "unknown_person", owner: done }),
  ofPerson(name, "managerId", more, { manager: "not_allowed", otherManager: "unknown_person", owner: done }),
  ofPerson(name, "ownerId", more, {
    manager: "unknown_person",
    otherManager: "unknown_person",
    owner: "yourself",
  }),
]);

const role = (role: string | null, store: "maple" | "harbour" = "maple") => {
  return (target: Target) => ({ storeId: target[store], role });
};

function ofAccount(name: string, input: object, done: string, cashier = done): Row {
  return {
    action: `app/(desk)/account/actions.ts#${name}`,
    input: () => input,
    answers: {
      stranger: signedOut,
      cashier,
      manager: done,
      otherCashier: cashier,
      otherManager: done,
      owner: done,
    },
  };
}

function ofPayouts(
  name: string,
  input: Row["input"],
  answers: Pick<Row["answers"], "manager" | "otherManager" | "owner">,
): Row {
  return {
    action: `app/(desk)/payouts/actions.ts#${name}`,
    input,
    answers: { stranger: signedOut, cashier: "not_allowed", otherCashier: "not_allowed", ...answers },
  };
}

/** What owners alone do. */
function ofHouse(action: string, input: Row["input"], done: string, of?: string): Row {
  const answers = { cashier: "not_allowed", manager: "not_allowed", otherCashier: "not_allowed" };
  return {
    action: `app/(desk)/${action}`,
    ...(of ? { of } : {}),
    input,
    answers: { ...answers, stranger: signedOut, otherManager: "not_allowed", owner: done },
  };
}

/** What every manager does, each for their own stores. */
function ofDesk(action: string, input: object): Row {
  const answers = { cashier: "not_allowed", otherCashier: "not_allowed" };
  return {
    action: `app/(desk)/${action}`,
    input: () => input,
    answers: { ...answers, stranger: signedOut, manager: "ok", otherManager: "ok", owner: "ok" },
  };
}

const newStore = { name: "Elm", currency: "USD", timeZone: "America/Chicago", locale: "en-US", registers: 1 };

const wrongProof = { password: "not-the-password", code: "" };
const refunds = "app/till/sales/[saleId]/refund-actions.ts";
const refundOf = { amountCents: 100, reason: "Mistake", additional: false };
const typedPin = { managerId: randomUUID(), pin: "4826" };
const tillSale = "app/till/sales/[saleId]/actions.ts";
const add = (roles: (target: Target) => object[]) => (target: Target) => ({
  name: "Casey",
  signInName: "casey",
  roles: roles(target),
});

const table: Row[] = [
  {
    action: "app/till/actions.ts#startSale",
    input: () => ({
      wishId: randomUUID(),
      amountCents: 1,
      contact: "6125550147",
      shopperName: null,
      receiptNumber: null,
    }),
    // Everybody comes with the cookie of Maple Street's register: who does not work there has none.
    answers: {
      stranger: signedOut,
      cashier: "amount_too_small",
      manager: "amount_too_small",
      otherCashier: "no_register",
      otherManager: "no_register",
      owner: "amount_too_small",
    },
  },
  ofSale(`${tillSale}#cancel`, "stale"),
  ofSale(`${tillSale}#capture`, "stale", { amountCents: 100 }),
  ofSale(`${tillSale}#release`, "stale", { amountCents: 100 }),
  ofSale(`${tillSale}#refund`, "stale", { amountCents: 100, reason: "Mistake", additional: false }),
  ofSale(`${tillSale}#setReference`, "wrong_receipt", { receiptNumber: "!" }),
  ofSale(`${tillSale}#ask`, "ok"),
  ofSale(`${tillSale}#giveUp`, "stale", { operationId: randomUUID() }, false),
  ofSale(`${tillSale}#sendAgain`, "stale", { contact: null, confirmed: false }),
  ofSale(`${tillSale}#closeOther`, "stale", { orderUuid: randomUUID() }),
  ofSale(`${tillSale}#reauthorize`, "stale", {}, false),
  ofSale(`${tillSale}#enterOrder`, "unknown_order", { orderUuid: randomUUID() }, false),
  {
    ...ofSale(`${refunds}#askRefund`, "stale", refundOf),
    answers: {
      ...ofSale("", "stale").answers,
      manager: "no_approval_needed",
      owner: "no_approval_needed",
    },
  },
  // Who is named has no PIN: nobody gets by without one.
  ofSale(`${refunds}#refundByPin`, "cannot_approve", { ...refundOf, ...typedPin }),
  ofSale(`${refunds}#approveByPin`, "cannot_approve", { requestId: randomUUID(), ...typedPin }),
  ofSale(`${refunds}#approveRefund`, "unknown_request", { requestId: randomUUID() }, false),
  ofSale(`${refunds}#declineRefund`, "unknown_request", { requestId: randomUUID(), reason: "" }, false),
  ofSale(`${refunds}#withdrawRefund`, "unknown_request", { requestId: randomUUID() }),
  ofSale("app/(desk)/orders/[saleId]/actions.ts#showContact", "ok", {}, false),
  forgedSale,
  {
    action: "app/register/actions.ts#chooseRegister",
    input: ({ mapleRegister }) => ({ registerId: mapleRegister }),
    answers: {
      stranger: signedOut,
      cashier: "ok",
      manager: "ok",
      otherCashier: "unknown_register",
      otherManager: "unknown_register",
      owner: "ok",
    },
  },
  ...peopleRows,
  ofPerson("setRole", "cashierId", role("cashier"), {
    manager: "ok",
    otherManager: "unknown_person",
    owner: "ok",
  }),
  ofPerson("setRole", "cashierId", role("manager"), {
    manager: "not_allowed",
    otherManager: "unknown_person",
    // Their password was reset above: whoever knows the temporary one must not become a manager by it.
    owner: "not_theirs_yet",
  }),
  ofPerson("setRole", "cashierId", role(null, "harbour"), {
    manager: "not_allowed",
    otherManager: "unknown_person",
    owner: "ok",
  }),
  ofPerson("setRole", "managerId", role("cashier"), {
    manager: "not_allowed",
    otherManager: "unknown_person",
    owner: "ok",
  }),
  ofPerson(
    "setOwner",
    "cashierId",
    { isOwner: false },
    {
      manager: "not_allowed",
      otherManager: "unknown_person",
      owner: "ok",
    },
  ),
  ofPerson(
    "add",
    "cashierId",
    add(({ maple }) => [{ storeId: maple, role: "cashier" }]),
    {
      manager: "name_taken",
      otherManager: "not_allowed",
      owner: "name_taken",
    },
  ),
  ofPerson(
    "add",
    "cashierId",
    add(({ maple }) => [{ storeId: maple, role: "manager" }]),
    {
      manager: "not_allowed",
      otherManager: "not_allowed",
      owner: "name_taken",
    },
  ),
  ofPerson(
    "add",
    "cashierId",
    add(({ maple, harbour }) => [
      { storeId: maple, role: "cashier" },
      { storeId: harbour, role: "cashier" },
    ]),
    { manager: "not_allowed", otherManager: "not_allowed", owner: "name_taken" },
  ),
  ...["maple", "forged"].map((of) =>
    ofHouse(
      "stores/actions.ts#changeStore",
      ({ maple }) => ({ storeId: of === "forged" ? randomUUID() : maple, was: {}, to: {} }),
      of === "forged" ? "unknown_store" : "ok",
      `the store ${of}`,
    ),
  ),
  ...["maple", "forged"].map(
    (of): Row => ({
      action: "app/(desk)/days/[storeId]/[date]/actions.ts#closeDay",
      of: `the store ${of}`,
      // What was seen is not what is: nothing is closed.
      input: ({ maple, today }) => ({
        ...{ storeId: of === "forged" ? randomUUID() : maple, date: today },
        ...{ fingerprint: "of another report", explanations: [] },
      }),
      answers: {
        stranger: signedOut,
        cashier: "not_allowed",
        manager: of === "forged" ? "unknown_day" : "day_changed",
        otherCashier: "not_allowed",
        otherManager: "unknown_day",
        owner: of === "forged" ? "unknown_day" : "day_changed",
      },
    }),
  ),
  ofPayouts("readPayouts", () => ({}), { manager: "ok", otherManager: "ok", owner: "ok" }),
  ofPayouts("readPayouts", ({ payoutUuid }) => ({ payoutUuid }), {
    manager: "ok",
    otherManager: "unknown_payout",
    owner: "ok",
  }),
  ofPayouts("resolveDifference", ({ differenceId }) => ({ differenceId, note: "Asked Sezzle" }), {
    manager: "ok",
    otherManager: "unknown_difference",
    owner: "worked_through",
  }),
  ofHouse("stores/actions.ts#addStore", () => ({ ...newStore, code: "?" }), "wrong_setting"),
  ofHouse(
    "stores/actions.ts#addRegister",
    ({ maple }) => ({ storeId: maple, name: "Register 1" }),
    "wrong_setting",
  ),
  ofHouse(
    "stores/actions.ts#changeRegister",
    ({ maple, mapleRegister }) => ({
      ...{ storeId: maple, registerId: mapleRegister },
      was: { name: "Another", isClosed: false },
      to: { name: "Yet another", isClosed: true },
    }),
    "changed_meanwhile",
  ),
  {
    action: "app/(desk)/stores/tablet-actions.ts#offerPairing",
    input: ({ mapleRegister }) => ({ registerId: mapleRegister }),
    answers: {
      stranger: signedOut,
      cashier: "not_allowed",
      manager: "ok",
      otherCashier: "not_allowed",
      otherManager: "unknown_register",
      owner: "ok",
    },
  },
  {
    action: "app/(desk)/stores/tablet-actions.ts#unpairTablet",
    input: ({ mapleTablet }) => ({ tabletId: mapleTablet }),
    answers: {
      stranger: signedOut,
      cashier: "not_allowed",
      manager: "ok",
      otherCashier: "not_allowed",
      otherManager: "unknown_tablet",
      owner: "not_paired",
    },
  },
  {
    // Whoever has no code pairs nothing, whatever they are.
    action: "app/tablet/actions.ts#pairTablet",
    input: () => ({ code: "2222-2222" }),
    answers: {
      stranger: "wrong_pairing_code",
      cashier: "wrong_pairing_code",
      manager: "wrong_pairing_code",
      otherCashier: "wrong_pairing_code",
      otherManager: "wrong_pairing_code",
      owner: "wrong_pairing_code",
    },
  },
  {
    action: "app/tablet/actions.ts#lockTablet",
    input: () => ({ sessionId: randomUUID() }),
    answers: {
      stranger: signedOut,
      cashier: "not_paired",
      manager: "not_paired",
      otherCashier: "not_paired",
      otherManager: "not_paired",
      owner: "not_paired",
    },
  },
  // Of a number that no sale was sent to; what each finds of other stores has a test of its own.
  ofDesk("shoppers/actions.ts#lookUpShopper", { contact: "(212) 555-0199" }),
  ofDesk("shoppers/actions.ts#eraseShopper", { contact: "(212) 555-0199", reason: "no longer needed" }),
  ofAccount("changePassword", { ...wrongProof, next: "short" }, "weak_password"),
  ofAccount("offerFactor", wrongProof, "wrong_password", "not_allowed"),
  ofAccount("turnOnFactor", { code: "000000" }, "nothing_offered", "not_allowed"),
  ofAccount("turnOffFactor", wrongProof, "wrong_password"),
  ofAccount("renewCodes", wrongProof, "wrong_password"),
  ofAccount("setLocale", { locale: null }, "ok"),
  ofAccount("setPin", { ...wrongProof, pin: "4826" }, "wrong_password"),
  {
    action: "app/(desk)/account/actions.ts#endSession",
    of: "somebody else's",
    input: ({ someoneElsesSession }) => ({ sessionId: someoneElsesSession }),
    // It says nothing of whose session it was, and ends none.
    answers: {
      stranger: signedOut,
      cashier: "ok",
      manager: "ok",
      otherCashier: "ok",
      otherManager: "ok",
      owner: "ok",
    },
  },
  ofAccount("endOthers", {}, "ok"),
  {
    action: "app/(desk)/operator/actions.ts#retryEvents",
    input: () => ({ eventId: 1 }),
    answers: {
      stranger: signedOut,
      cashier: "not_allowed",
      manager: "not_allowed",
      otherCashier: "not_allowed",
      otherManager: "not_allowed",
      owner: "ok",
    },
  },
  {
    action: "app/welcome/actions.ts#createOwner",
    input: () => ({
      code: "AAAAAAAAAAAA",
      name: "Mallory",
      signInName: "mallory",
      password: "a-long-password",
      storeName: "Mallory's",
      storeCode: "MAL",
      country: "US",
      timeZone: "America/Chicago",
      registers: 1,
    }),
    answers: {
      stranger: "has_owner",
      cashier: "has_owner",
      manager: "has_owner",
      otherCashier: "has_owner",
      otherManager: "has_owner",
      owner: "has_owner",
    },
  },
];

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

  for (const row of table) {
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
  expect([...new Set(table.map((row) => row.action))].sort()).toEqual([...builtActions().keys()].sort());
});

test("no action runs for a page of another site, nor for a screen that shows another person", async ({
  browser,
  house,
  till,
}) => {
  const { saleUrl } = await till.sendLink(8450);
  const target = await targetIn(browser, house, saleUrl);
  const manager = await memberOf(browser, house, staff.manager);
  const { url } = house.app;
  for (const [action, id] of builtActions()) {
    const row = table.find((it) => it.action === action);
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

test("with a PIN a manager does the till's work and nothing of the desk, on that tablet alone", async ({
  browser,
  house,
  till,
}) => {
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

  for (const row of table) {
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

test("no page, route or code of an order leaks anything to strangers, other stores and other roles", async ({
  browser,
  house,
  till,
}) => {
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
