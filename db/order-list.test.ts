import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { readOrderSearch } from "#lib/order-search.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { Engine } from "./engine.ts";
import { listApproved } from "./queries/approved-list.ts";
import { listSaleKeys, type OrderListFilter } from "./queries/order-list.ts";
import type { SaleKey } from "./queries/order-walks.ts";
import { insertOrder } from "./queries/orders.ts";
import { insertPerson } from "./queries/people.ts";
import {
  findSale,
  insertAttempt,
  insertContact,
  insertSale,
  setReceiptNumber,
  updateSale,
} from "./queries/sales.ts";
import { listSellers } from "./queries/sellers.ts";
import { registers } from "./schema/stores.ts";
import { addOperation, addSale, addShop, afterNoon, noon, operationOf, type Shop } from "./testing.ts";
import { openMigrated } from "./testing-engine.ts";

let engine: Engine;
let maple: Shop;
let harbour: Shop;

beforeEach(async () => {
  engine = await openMigrated();
  maple = await addShop(engine, "MAPLE");
  harbour = await addShop(engine, "HARBR");
});

const everything: OrderListFilter = {
  stores: [],
  statuses: null,
  orInDoubt: false,
  search: null,
  personId: null,
  registerId: null,
  page: null,
  limit: 3,
};

const somebody = {
  name: "Drew",
  passwordHash: "not a hash: nobody signs in here",
  passwordUntil: null,
  pinHash: null,
  locale: null,
  isOwner: false,
  disabledAt: null,
  rolesChangedAt: null,
  createdAt: noon,
};

const always = (shop: Shop) => ({ storeId: shop.storeId, from: null, to: null });

function list(change: Partial<OrderListFilter> = {}): Promise<SaleKey[]> {
  const stores = [always(maple), always(harbour)];
  return engine.read((db) => listSaleKeys(db, { ...everything, stores, ...change }));
}

const ids = async (change: Partial<OrderListFilter> = {}) => (await list(change)).map((it) => it.saleId);

async function sell(shop: Shop, minutes: number, status: SaleStatus = "captured"): Promise<string> {
  const { saleId } = await addSale(engine, shop, afterNoon(minutes * 60_000));
  await engine.write((db) => updateSale(db, saleId, { status }));
  return saleId;
}

describe("pages by key", () => {
  test("together show every sale of the stores once, newest first, also where several began at one moment", async () => {
    const sold: string[] = [];
    for (const minutes of [0, 1, 1, 1, 2, 2, 3, 5]) {
      sold.push(await sell(minutes % 2 ? maple : harbour, minutes));
    }
    const seen: SaleKey[] = [];
    for (;;) {
      const last = seen.at(-1);
      const page = await list({ page: last ? { direction: "older", ...last } : null });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(3);
      seen.push(...page);
    }
    expect(seen.map((it) => it.saleId).sort()).toEqual([...sold].sort());
    const times = seen.map((it) => it.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));

    const back = await list({ page: { direction: "newer", ...(seen.at(-1) as SaleKey) } });
    expect(back).toEqual(seen.slice(-4, -1));
  });

  test("are not moved by sales that come meanwhile", async () => {
    for (const minutes of [0, 1, 2, 3, 4, 5]) await sell(maple, minutes);
    const first = await list();
    await sell(maple, 9);
    const second = await list({ page: { direction: "older", ...(first.at(-1) as SaleKey) } });
    expect(second.map((it) => it.at)).toEqual([2, 1, 0].map((minutes) => afterNoon(minutes * 60_000)));
  });
});

test("only the stores that are asked for are listed, each with its own stretch of time", async () => {
  const early = await sell(maple, 0);
  await sell(harbour, 0);
  const late = await sell(harbour, 60);
  expect(await ids({ stores: [always(maple)] })).toEqual([early]);
  const from = afterNoon(60 * 60_000);
  expect(
    await ids({
      stores: [
        { storeId: maple.storeId, from: null, to: afterNoon(1) },
        { storeId: harbour.storeId, from, to: afterNoon(61 * 60_000) },
      ],
    }),
  ).toEqual([late, early]);
  expect(await ids({ stores: [{ storeId: harbour.storeId, from: noon, to: noon }] })).toEqual([]);
});

test("statuses are listed together by time", async () => {
  const paid = await sell(maple, 0, "captured");
  await sell(maple, 1, "denied");
  const partly = await sell(harbour, 2, "partially_refunded");
  expect(await ids({ statuses: ["captured", "partially_refunded"] })).toEqual([partly, paid]);
  expect(await ids({ statuses: ["refunded"] })).toEqual([]);
});

test("sales with a lost answer are listed beside those of a status, whatever their own, and no others", async () => {
  const unsure = await sell(maple, 0, "unconfirmed");
  const sale = await addSale(engine, maple, afterNoon(60_000));
  await engine.write((db) => updateSale(db, sale.saleId, { status: "authorized" }));
  await addOperation(engine, operationOf(sale, { state: "unconfirmed" }));
  const sending = await addSale(engine, maple, afterNoon(120_000));
  await addOperation(engine, operationOf(sending, { state: "sending" }));
  const doubtful = { statuses: ["unconfirmed"] as const, orInDoubt: true };
  expect(await ids(doubtful)).toEqual([sale.saleId, unsure]);
  expect(await ids({ ...doubtful, stores: [always(harbour)] })).toEqual([]);
  // The shopper of every sale here has the same number.
  const searched = { ...doubtful, search: readOrderSearch("0147") };
  expect(await ids(searched)).toEqual([sale.saleId, unsure]);
  const filter = { ...everything, stores: [always(maple)], ...searched };
  expect(
    (await engine.read((db) => listSaleKeys(db, filter, { few: -1, step: 2 }))).map((it) => it.saleId),
  ).toEqual([sale.saleId, unsure]);
});

describe("by who started a sale and where", () => {
  /** Somebody else of the same store, at another register. */
  async function colleagueOf(shop: Shop): Promise<Shop> {
    const [personId, registerId] = [randomUUID(), randomUUID()];
    await engine.write(async (db) => {
      await db
        .insert(registers)
        .values({ id: registerId, storeId: shop.storeId, name: "Register 2", closedAt: null });
      await insertPerson(db, { ...somebody, id: personId, signInName: `drew-${personId.slice(0, 8)}` }, []);
    });
    return { ...shop, personId, registerId };
  }

  test("only theirs are listed, newest first, of any status or some, page by page, beside a search, and approved ones too", async () => {
    const drew = await colleagueOf(maple);
    const atOther = { ...maple, registerId: drew.registerId };
    await sell(maple, 0, "denied");
    const first = await sell(drew, 1, "denied");
    const second = await sell(drew, 2, "captured");
    const third = await sell({ ...drew, storeId: harbour.storeId, registerId: harbour.registerId }, 3);
    const fourth = await sell(atOther, 4, "authorized");
    const fifth = await sell(drew, 5, "authorized");
    const { personId, registerId } = drew;
    expect(await ids({ personId })).toEqual([fifth, third, second]);
    const page = { direction: "older" as const, at: afterNoon(2 * 60_000), saleId: second };
    expect(await ids({ personId, page })).toEqual([first]);
    expect(await ids({ personId, page: { ...page, direction: "newer" } })).toEqual([fifth, third]);
    expect(await ids({ personId, statuses: ["denied"] })).toEqual([first]);
    expect(await ids({ registerId })).toEqual([fifth, fourth, second]);
    expect(await ids({ personId: maple.personId, registerId })).toEqual([fourth]);
    expect(await ids({ personId, stores: [always(harbour)] })).toEqual([third]);
    const stretch = { storeId: maple.storeId, from: afterNoon(60_000), to: afterNoon(2 * 60_000) };
    expect(await ids({ personId, stores: [stretch] })).toEqual([first]);

    const searched = { personId, registerId, search: readOrderSearch("0147"), limit: 9 };
    const filter = { ...everything, stores: [always(maple), always(harbour)], ...searched };
    for (const sizes of [undefined, { few: -1, step: 2 }]) {
      const keys = await engine.read((db) => listSaleKeys(db, filter, sizes));
      expect(keys.map((it) => it.saleId)).toEqual([fifth, second, first]);
    }
    const approved = (by: { personId?: string; registerId?: string }) =>
      engine.read((db) => listApproved(db, { stores: [always(maple)], search: null, ...by }, 9));
    expect(await approved({ personId })).toEqual([fifth]);
    expect((await approved({ registerId })).sort()).toEqual([fourth, fifth].sort());
  });

  test("of what is approved, what runs out before a moment", async () => {
    const drew = await colleagueOf(maple);
    const ends = [afterNoon(1_000), afterNoon(2_000), null];
    const [soon] = await Promise.all(
      ends.map(async (authorizationExpiresAt, index) => {
        const { saleId } = await addSale(engine, drew, afterNoon(index));
        const change = { status: "authorized" as const, authorizationExpiresAt };
        await engine.write((db) => updateSale(db, saleId, change));
        return saleId;
      }),
    );
    const filter = { stores: [always(maple)], search: null, personId: drew.personId };
    const endingBefore = (ms: number) =>
      engine.read((db) => listApproved(db, { ...filter, expiresBefore: afterNoon(ms) }, 9));
    expect(await endingBefore(1_000)).toEqual([]);
    expect(await endingBefore(2_000)).toEqual([soon]);
    expect(await endingBefore(3_000)).toHaveLength(2);
  });

  test("those in doubt are theirs alone, too", async () => {
    const drew = await colleagueOf(maple);
    const { personId } = drew;
    const theirs = await addSale(engine, drew, afterNoon(1));
    await engine.write((db) => updateSale(db, theirs.saleId, { status: "authorized" }));
    await addOperation(engine, operationOf(theirs, { state: "unconfirmed" }));
    const others = await addSale(engine, maple, afterNoon(2));
    await addOperation(engine, operationOf(others, { state: "unconfirmed" }));
    await sell(drew, 3, "captured");
    const doubtful = { statuses: ["unconfirmed"] as const, orInDoubt: true, personId };
    expect(await ids(doubtful)).toEqual([theirs.saleId]);
    const filter = {
      ...everything,
      stores: [always(maple)],
      ...doubtful,
      search: readOrderSearch("0147"),
    };
    const keys = await engine.read((db) => listSaleKeys(db, filter, { few: -1, step: 2 }));
    expect(keys.map((it) => it.saleId)).toEqual([theirs.saleId]);
  });

  test("everybody who ever started a sale in the stores is named once, by name, and nobody else", async () => {
    const drew = await colleagueOf(maple);
    for (const shop of [maple, drew, drew, harbour]) await sell(shop, 1);
    const named = (storeIds: string[]) => engine.read((db) => listSellers(db, storeIds));
    expect(await named([maple.storeId])).toEqual([
      { id: maple.personId, name: "Casey" },
      { id: drew.personId, name: "Drew" },
    ]);
    expect((await named([maple.storeId, harbour.storeId])).map((it) => it.id).sort()).toEqual(
      [maple.personId, drew.personId, harbour.personId].sort(),
    );
    expect(await named([])).toEqual([]);
  });
});

describe("a search", () => {
  async function sellTo(
    shop: Shop,
    minutes: number,
    shopper: { phone?: string; email?: string; name?: string },
    change: { amountCents?: number; number?: string } = {},
  ): Promise<string> {
    const [saleId, attemptId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
    const createdAt = afterNoon(minutes * 60_000);
    const number = change.number ?? `MAPLE-261122-${saleId.slice(0, 5).toUpperCase()}`;
    const sale = {
      id: saleId,
      storeId: shop.storeId,
      registerId: shop.registerId,
      personId: shop.personId,
      number,
      amountCents: change.amountCents ?? 5_000,
      currency: "USD" as const,
      receiptNumber: null,
      shopperLocale: null,
      createdAt,
      currentAttemptId: attemptId,
      version: 1,
      status: "captured" as const,
      statusAt: createdAt,
      authorizedCents: 0,
      capturedCents: 0,
      releasedCents: 0,
      refundedCents: 0,
      checkoutExpiresAt: null,
      authorizationExpiresAt: null,
    };
    const attempt = {
      id: attemptId,
      saleId,
      ordinal: 1,
      channel: "sms" as const,
      contactId,
      referenceId: number,
      shopperToken: randomUUID(),
      renewalOperationId: null,
      checkoutExpiresAt: createdAt,
      createdAt,
    };
    const { phone = null, email = null, name = null } = shopper;
    const contact = { id: contactId, phone, email, name, createdAt, erasedAt: null };
    await engine.write((db) => insertSale(db, sale, attempt, contact));
    return saleId;
  }

  /** What a search finds, the same whether its words are taken for few or for many. */
  async function find(typed: string, change: Partial<OrderListFilter> = {}): Promise<string[]> {
    const stores = [always(maple), always(harbour)];
    const filter = { ...everything, stores, search: readOrderSearch(typed), ...change };
    const few = await engine.read((db) => listSaleKeys(db, filter));
    expect(
      await engine.read((db) => listSaleKeys(db, filter, { few: -1, step: 2 })),
      "walked by time",
    ).toEqual(few);
    return few.map((it) => it.saleId);
  }

  test("finds by the last four digits, newest first, in the stores that are asked for alone", async () => {
    const first = await sellTo(maple, 0, { phone: "+16125550147" });
    const second = await sellTo(maple, 1, { phone: "+15129990147" });
    const elsewhere = await sellTo(harbour, 2, { phone: "+16475550147" });
    await sellTo(maple, 3, { phone: "+16120147555" });
    expect(await find("0147")).toEqual([elsewhere, second, first]);
    expect(await find("0147", { stores: [always(maple)] })).toEqual([second, first]);
    expect(await find("(612) 555-0147")).toEqual([first]);
  });

  test("finds by name, e-mail, amount and number, and narrows by status, time and page like the list", async () => {
    const ada = await sellTo(
      maple,
      0,
      { email: "ada@example.com", name: "Ada Lovelace" },
      { number: "MAPLE-261122-7KAAA" },
    );
    const grace = await sellTo(
      maple,
      1,
      { phone: "+16125550148", name: "Grace Hopper" },
      { amountCents: 8_450, number: "MAPLE-261122-7KBBB" },
    );
    expect(await find("lovelace")).toEqual([ada]);
    expect(await find("hopper gr")).toEqual([grace]);
    expect(await find("ada@example.com")).toEqual([ada]);
    expect(await find("84.50")).toEqual([grace]);
    expect(await find("84.51")).toEqual([]);
    expect(await find("maple-261122-7k")).toEqual([grace, ada]);
    expect(await find("7kb")).toEqual([grace]);
    expect(await find("7k", { statuses: ["denied"] })).toEqual([]);
    expect(await find("7k", { statuses: ["captured"] })).toEqual([grace, ada]);
    const page = { at: afterNoon(60_000), saleId: grace };
    expect(await find("7k", { page: { direction: "older", ...page } })).toEqual([ada]);
    expect(await find("7k", { page: { direction: "newer", at: noon, saleId: ada } })).toEqual([grace]);
    expect(await find("7k", { limit: 1 })).toEqual([grace]);
  });

  test("finds a sale by each number its link went to, and by each receipt number it was given", async () => {
    const sale = await addSale(engine, maple);
    const contactId = randomUUID();
    await engine.write(async (db) => {
      const contact = { id: contactId, phone: "+16125558888", email: null, name: null };
      await insertContact(db, { ...contact, createdAt: noon, erasedAt: null });
      await insertAttempt(db, {
        id: randomUUID(),
        saleId: sale.saleId,
        ordinal: 2,
        channel: "sms",
        contactId,
        referenceId: "MAPLE-261122-AAAAA-2",
        shopperToken: randomUUID(),
        renewalOperationId: null,
        checkoutExpiresAt: noon,
        createdAt: noon,
      });
      const row = await findSale(db, sale.saleId);
      if (!row) throw new Error("there is no sale");
      for (const receipt of ["R-1001", "R-2002"]) await setReceiptNumber(db, row, receipt);
    });
    for (const typed of ["0147", "8888", "R-1001", "2002", "MAPLE-261122-AAAAA-2"])
      expect(await find(typed), typed).toEqual([sale.saleId]);
  });

  test("finds by the number of Sezzle's dashboard and by Sezzle's uuid, each as a whole", async () => {
    const sale = await addSale(engine, maple);
    const uuid = randomUUID();
    const authorization = {
      amount: { amountCents: 10_000, currency: "USD" as const },
      approved: true,
      expiresAt: null,
      financingOption: null,
      sezzleOrderId: "55019234",
      captures: [],
      refunds: [],
      releases: [],
    };
    await engine.write((db) =>
      insertOrder(db, {
        uuid,
        kind: "main",
        attemptId: sale.attemptId,
        sessionUuid: null,
        checkoutUrl: null,
        snapshot: {
          orderUuid: uuid,
          intent: null,
          referenceId: null,
          amount: authorization.amount,
          checkoutStatus: "complete",
          checkoutExpiresAt: null,
          metadata: {},
          authorization,
        },
        askedAt: noon,
        confirmedAt: noon,
        confirmedBy: "poll",
        createdAt: noon,
      }),
    );
    for (const typed of ["55019234", "#55019234", uuid, uuid.toUpperCase()])
      expect(await find(typed), typed).toEqual([sale.saleId]);
    for (const typed of ["5501923", "550192345", uuid.slice(0, 23)]) expect(await find(typed)).toEqual([]);
  });

  test("finds who has two names that many have, however few at a time are taken for few", async () => {
    for (const name of ["Maria Roy", "Zane Smith", "Maria Roy"]) await sellTo(maple, 0, { name });
    const both = [
      await sellTo(maple, 1, { name: "Maria Smith" }),
      await sellTo(maple, 2, { name: "Smith, Maria" }),
    ];
    const filter = { ...everything, stores: [always(maple)], search: readOrderSearch("smith maria") };
    for (const few of [-1, 0, 1, 2, 3, 9]) {
      const keys = await engine.read((db) => listSaleKeys(db, filter, { few, step: 2 }));
      expect(keys.map((it) => it.saleId)).toEqual([both[1], both[0]]);
    }
  });

  test("finds the newest of many in several stores and statuses, whichever of them has how many", async () => {
    const made: string[] = [];
    // One store has the newest, the other most of the older ones, and some are nobody's who is looked for.
    for (let at = 0; at < 24; at += 1) {
      const shop = at >= 18 || at % 6 === 0 ? maple : harbour;
      const name = at % 5 === 4 ? "Zane Roy" : "Maria Smith";
      const saleId = await sellTo(shop, at, { name });
      if (at % 2 === 0) await engine.write((db) => updateSale(db, saleId, { status: "refunded" }));
      if (name === "Maria Smith") made.unshift(saleId);
    }
    const wholeList = { limit: 30 };
    expect(await find("maria", wholeList)).toEqual(made);
    for (const limit of [1, 3, 7]) expect(await find("maria", { limit })).toEqual(made.slice(0, limit));
    expect(await find("maria", { ...wholeList, statuses: ["captured", "refunded"] })).toEqual(made);
    const seventh = made[6] ?? "";
    const page = {
      at: (await engine.read((db) => findSale(db, seventh)))?.createdAt ?? noon,
      saleId: seventh,
    };
    expect(await find("maria", { limit: 4, page: { direction: "older", ...page } })).toEqual(
      made.slice(7, 11),
    );
    expect(await find("maria", { limit: 4, page: { direction: "newer", ...page } })).toEqual(
      made.slice(2, 6),
    );
  });

  test("lists a sale once that several readings find", async () => {
    const sale = await sellTo(
      maple,
      0,
      { phone: "+16125551001", name: "1001 Nights" },
      { amountCents: 100_100 },
    );
    await engine.write(async (db) => {
      const row = await findSale(db, sale);
      if (row) await setReceiptNumber(db, row, "1001");
    });
    expect(await find("1001")).toEqual([sale]);
  });
});

describe("what is approved and not captured", () => {
  /** A sale that was started so many minutes after noon, and whose approval runs out so many after. */
  async function approve(
    shop: Shop,
    minutes: number,
    untilMinutes: number | null,
    status: SaleStatus = "authorized",
  ) {
    const saleId = await sell(shop, minutes, status);
    const authorizationExpiresAt = untilMinutes === null ? null : afterNoon(untilMinutes * 60_000);
    await engine.write((db) => updateSale(db, saleId, { authorizationExpiresAt }));
    return saleId;
  }

  const approved = (
    stores: OrderListFilter["stores"] = [always(maple), always(harbour)],
    limit = 9,
    search = "",
  ) => engine.read((db) => listApproved(db, { stores, search: readOrderSearch(search) }, limit));

  test("is listed by when it runs out, over all stores, and what names no end comes last", async () => {
    const never = await approve(maple, 0, null);
    const late = await approve(maple, 1, 60 * 24 * 7);
    const soon = await approve(harbour, 2, 30, "partially_captured");
    const sooner = await approve(maple, 3, 10);
    for (const status of ["captured", "released", "authorization_expired", "link_sent"] as const) {
      await approve(maple, 4, 5, status);
    }
    expect(await approved()).toEqual([sooner, soon, late, never]);
    expect(await approved([always(maple)])).toEqual([sooner, late, never]);
    expect(await approved([always(maple), always(harbour)], 2)).toEqual([sooner, soon]);
  });

  test("is narrowed by day and by a search like any other list", async () => {
    const early = await approve(maple, 0, 90);
    const later = await approve(maple, 60, 80);
    const hour = { storeId: maple.storeId, from: noon, to: afterNoon(30 * 60_000) };
    expect(await approved([hour])).toEqual([early]);
    await engine.write(async (db) => {
      const sale = await findSale(db, later);
      if (sale) await setReceiptNumber(db, sale, "R-2041");
    });
    expect(await approved([always(maple)], 9, "r-2041")).toEqual([later]);
  });
});
