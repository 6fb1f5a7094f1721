import { setImmediate } from "node:timers/promises";
import { insertHistory } from "#db/queries/history.ts";
import { countSales, listSaleKeys, type OrderListFilter } from "#db/queries/order-list.ts";
import { findSession } from "#db/queries/people.ts";
import { listSaleRows, type SaleRow } from "#db/queries/sales.ts";
import { findSellerName } from "#db/queries/sellers.ts";
import { wordsIn } from "#lib/language.ts";
import { orderCsvHead, orderCsvLine } from "#lib/order-csv.ts";
import type { OrderQuery } from "#lib/order-query.ts";
import { readOrderSearch } from "#lib/order-search.ts";
import { statusAt } from "#lib/order-state.ts";
import type { HistoryData } from "#lib/sale-view.ts";
import { filterWords, unknownFilterWords } from "#lib/words/export-words.ts";
import { isGoodSession, localeOf, mayIn, type Viewer, type ViewerStore } from "../auth/viewer.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { filterOf } from "./order-list.ts";
import { maskedContact } from "./view.ts";

/** Few enough that nobody waits for a page, and many enough that a file does not take longer than it must. */
const pageSize = 200;
/** How often it is looked whether who exports still may. */
const checkEveryMs = 1_000;

/** An export that is under way. `about`: how many orders there were when it began; null where that is not known. */
export type OrderExport = { about: number | null; body: ReadableStream<Uint8Array> };

/** Who exports has been signed out meanwhile, or has got other roles. */
class NoLongerAllowed extends Error {}

/** The stores whose orders a viewer may take along, of those a query asks for. */
export function exportableStores(viewer: Viewer, { storeId }: Pick<OrderQuery, "storeId">): ViewerStore[] {
  return viewer.stores.filter(
    (it) => mayIn(it, "orders.export") && (storeId === null || it.store.id === storeId),
  );
}

/**
 * Begins to export the orders a query asks for, in these stores, as CSV: newest first, page by page as it is read. That it began is
 * written down before the first byte leaves, and with how many it ended. Ends with an error when its person may no longer.
 */
export async function exportOrders(
  viewer: Viewer,
  stores: ViewerStore[],
  query: OrderQuery,
): Promise<OrderExport> {
  const search = readOrderSearch(query.search);
  const isNothing = query.search !== "" && search === null;
  const filter = { ...filterOf(isNothing ? [] : stores, query), search, page: null, limit: pageSize };
  const about = await read((db) => countSales(db, filter));
  const place = { storeId: stores.length === 1 ? (stores[0]?.store.id ?? null) : null };
  const message = await wordsOf(stores, query, localeOf(viewer));
  const note = (data: HistoryData) =>
    write((db) =>
      insertHistory(db, {
        at: new Date(),
        kind: "orders.exported",
        ...place,
        personId: viewer.personId,
        data: { message, ...data },
      }),
    );
  await note({});
  return { about, body: streamOf(linesOf(viewer, stores, filter, note)) };
}

async function wordsOf(stores: ViewerStore[], query: OrderQuery, locale: string): Promise<string> {
  const unknown = wordsIn(unknownFilterWords, locale);
  const { personId, registerId } = query;
  const registers = stores.flatMap((it) => it.registers);
  return filterWords(
    query,
    {
      stores: stores.map(({ store }) => store.name),
      person: personId && ((await read((db) => findSellerName(db, personId))) ?? unknown.person),
      register: registerId && (registers.find((it) => it.id === registerId)?.name ?? unknown.register),
    },
    locale,
  );
}

/** The file's text, a page of orders at a time. */
async function* linesOf(
  viewer: Viewer,
  stores: ViewerStore[],
  filter: OrderListFilter,
  note: (data: HistoryData) => Promise<void>,
): AsyncGenerator<string> {
  const places = new Map(stores.map(({ store }) => [store.id, store]));
  let count = 0;
  let isWhole = false;
  try {
    yield orderCsvHead();
    let checkedAt = Date.now();
    for (let page: OrderListFilter["page"] = null; ; ) {
      if (Date.now() - checkedAt > checkEveryMs) {
        if (!(await isStillTheirs(viewer))) throw new NoLongerAllowed();
        checkedAt = Date.now();
      }
      const keys = filter.stores.length > 0 ? await read((db) => listSaleKeys(db, { ...filter, page })) : [];
      // A turn for everybody else, also where the reader is never too slow.
      await setImmediate();
      const ids = keys.map((it) => it.saleId);
      const rows = new Map((await read((db) => listSaleRows(db, ids))).map((row) => [row.sale.id, row]));
      const now = new Date();
      const lines = ids.flatMap((id) => {
        const row = rows.get(id);
        const store = row && places.get(row.sale.storeId);
        return store ? orderCsvLine(exported(row, store, now)) : [];
      });
      count += lines.length;
      if (lines.length > 0) yield lines.join("");
      const last = keys.at(-1);
      if (!last || keys.length < pageSize) break;
      page = { direction: "older", ...last };
      await setImmediate();
    }
    isWhole = true;
  } finally {
    await note({ count, isWhole });
  }
}

function exported(row: SaleRow, store: ViewerStore["store"], now: Date): Parameters<typeof orderCsvLine>[0] {
  const { sale, order } = row;
  return {
    ...sale,
    status: statusAt(sale, now),
    store,
    person: row.person,
    register: row.register,
    sentTo: maskedContact(row.contact),
    orderUuid: order?.uuid ?? null,
    sezzleOrderId: order?.snapshot?.authorization?.sezzleOrderId ?? null,
  };
}

/** Whether the session is still good and its person's roles are what they were. */
async function isStillTheirs(viewer: Viewer): Promise<boolean> {
  const found = await read((db) => findSession(db, viewer.sessionId));
  if (!found || !isGoodSession(found, new Date())) return false;
  return found.person.rolesChangedAt?.getTime() === viewer.rolesChangedAt?.getTime();
}

/** A stream that reads on only as its reader does, and lets go of the text when the reader leaves. */
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let hasLeft = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await text.next();
          if (hasLeft) return;
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          if (!(error instanceof NoLongerAllowed)) log().error({ err: error }, "an export of orders failed");
          controller.error(error);
        }
      },
      async cancel() {
        hasLeft = true;
        await text.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
