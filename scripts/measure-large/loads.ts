import { randomUUID } from "node:crypto";
import { findIdentity } from "#db/queries/identity.ts";
import { findPersonBySignInName, insertSession } from "#db/queries/people.ts";
import { orders } from "#db/schema/orders.ts";
import { sales } from "#db/schema/sales.ts";
import { addDays, businessDay } from "#lib/business-day.ts";
import { everyOrder, type OrderQuery, orderGroups } from "#lib/order-query.ts";
import { findViewer, type Viewer } from "#lib/server/auth/viewer.ts";
import { read, write } from "#lib/server/database.ts";
import { loadDay, loadDays } from "#lib/server/days/load-days.ts";
import { loadDisputes } from "#lib/server/disputes/load-disputes.ts";
import { loadPayouts } from "#lib/server/payouts/load-list.ts";
import { loadBoard, loadOrder } from "#lib/server/sales/board.ts";
import { loadOrders, loadSellers } from "#lib/server/sales/order-list.ts";
import { loadRunningOut } from "#lib/server/sales/running-out.ts";
import { loadToday, todayStores } from "#lib/server/today/load-today.ts";

/** Something a screen loads, by the name it has in the table. */
export type Load = { name: string; run: () => Promise<unknown> };

const hour = 60 * 60_000;

/** Everything that is measured, for the owner, who sees all five stores. A loader of a new page is added at the end. */
export async function allLoads(): Promise<Load[]> {
  const viewer = await ownerOf();
  const list = (change: Partial<OrderQuery>) => () => loadOrders(viewer, { ...everyOrder, ...change });
  const store = viewer.stores.find((it) => it.store.code === "MAPLE") ?? viewer.stores[0];
  const [sale] = await read((db) => db.select().from(sales).orderBy(sales.number).limit(1));
  const [order] = await read((db) => db.select().from(orders).orderBy(orders.uuid).limit(50)).then((all) =>
    all.filter((it) => it.snapshot?.authorization),
  );
  if (!store || !sale || !order) throw new Error("the shop is empty");
  const today = businessDay(new Date(), store.store.timeZone, store.store.cutOffHour).date;
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const saturday = addDays(today, -364 - ((weekday + 1) % 7));
  const [seller] = await loadSellers(viewer);
  const deep = { at: new Date(Date.now() - 365 * 24 * hour), saleId: "" };
  const by = { personId: sale.personId };
  return [
    { name: "list, newest", run: list({}) },
    { name: "list, a year back", run: list({ page: { direction: "older", ...deep } }) },
    ...orderGroups.map((group) => ({ name: `status: ${group.replace("_", " ")}`, run: list({ group }) })),
    { name: "one store", run: list({ storeId: store.store.id }) },
    { name: "one register", run: list({ registerId: store.registers[0]?.id ?? null }) },
    { name: "one cashier", run: list(by) },
    { name: "one cashier, not charged", run: list({ ...by, group: "not_charged" }) },
    { name: "one cashier at one register", run: list({ ...by, registerId: sale.registerId }) },
    { name: "nobody's", run: list({ personId: randomUUID() }) },
    { name: "one day", run: list({ from: today, to: today }) },
    { name: "a quarter, a year ago", run: list({ from: addDays(today, -455), to: addDays(today, -365) }) },
    { name: "search: last four digits", run: list({ search: "0147" }) },
    { name: "search: whole phone", run: list({ search: "(612) 555-0147" }) },
    { name: "search: receipt", run: list({ search: "R-10147" }) },
    { name: "search: sale number", run: list({ search: sale.number }) },
    { name: "search: Sezzle uuid", run: list({ search: order.uuid }) },
    {
      name: "search: Sezzle number",
      run: list({ search: order.snapshot?.authorization?.sezzleOrderId ?? "" }),
    },
    { name: "search: amount", run: list({ search: "84.50" }) },
    { name: "search: rare name", run: list({ search: "leblanc zane" }) },
    { name: "search: frequent name", run: list({ search: "maria smith" }) },
    { name: "search: beginning of many", run: list({ search: "ma" }) },
    { name: "who ever sold", run: () => loadSellers(viewer) },
    { name: "the till's board", run: () => loadBoard(store.store) },
    { name: "approved, for warnings", run: () => loadRunningOut(viewer) },
    { name: "Today, all stores", run: () => loadToday(viewer, todayStores(viewer), true) },
    { name: "Today, one store", run: () => loadToday(viewer, [store], false) },
    { name: "day close, the days", run: () => loadDays(store.store, null) },
    { name: "day close, today", run: () => loadDay(store.store, today) },
    { name: "day close, a Saturday a year ago", run: () => loadDay(store.store, saturday) },
    { name: "payouts", run: () => loadPayouts(viewer, null) },
    { name: "disputes", run: () => loadDisputes(viewer) },
    { name: "one order", run: () => loadOrder(viewer, sale.id) },
    ...(seller
      ? [{ name: "one cashier, today", run: list({ personId: seller.id, from: today, to: today }) }]
      : []),
  ];
}

/** The owner, signed in for an hour. */
export async function ownerOf(): Promise<Viewer> {
  if (!(await read(findIdentity))) throw new Error("not a till's database");
  const owner = await read((db) => findPersonBySignInName(db, "olive"));
  if (!owner) throw new Error("there is no owner");
  const id = randomUUID();
  const now = new Date();
  const session = { id, personId: owner.id, createdAt: now, lastSeenAt: now };
  const rest = {
    expiresAt: new Date(now.getTime() + hour),
    device: "",
    browserId: null,
    endedAt: null,
    endReason: null,
  };
  await write((db) => insertSession(db, { ...session, ...rest }));
  const viewer = await findViewer(id);
  if (!viewer) throw new Error("nobody is signed in");
  return viewer;
}
