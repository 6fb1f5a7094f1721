import { randomUUID } from "node:crypto";

/** Everybody who may knock: at Maple Street, at the other store, and at none. */
export const everybody = ["stranger", "cashier", "manager", "otherCashier", "otherManager", "owner"] as const;
export type Who = (typeof everybody)[number];

/** What the actions are tried on; all of it is Maple Street's. */
export type Target = {
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

/** What each role is answered by every action the app has, whatever it sends. */
export const permissionTable: Row[] = [
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
