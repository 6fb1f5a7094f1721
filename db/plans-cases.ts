import { readOrderSearch } from "#lib/order-search.ts";
import type { Queries } from "./plans-testing.ts";
import { listApproved } from "./queries/approved-list.ts";
import { listLinesOfSales, listSaleIds, listSalesWithAttempts } from "./queries/books.ts";
import {
  eraseContact,
  listContactsBeingSent,
  listContactsOfWord,
  listUnsettledSales,
  listUsesOfContacts,
  walkContacts,
} from "./queries/contacts.ts";
import { afterClosedDays, findDayCloses, lastClosedDate, listDayCloses } from "./queries/day-closes.ts";
import { firstSaleAt, sumMovements, sumSales } from "./queries/day-totals.ts";
import {
  findSaleOfOrder,
  listClosedDisputes,
  listDisputesOfSale,
  listOpenDisputes,
  listUntiedDisputes,
} from "./queries/disputes.ts";
import { listDueAsks, pollingFigures } from "./queries/due-asks.ts";
import { listHistoryOfPerson, listHistoryOfSale, listSaleLinesAfter } from "./queries/history.ts";
import {
  claimOperation,
  findEqualRefund,
  findOpenOperation,
  listDeadOperations,
  listOperationsOfAttempts,
  listOperationsOfSales,
  listToRepeat,
  listToStart,
  sumRefundsOfPerson,
} from "./queries/operations.ts";
import type { OrderListFilter } from "./queries/order-list.ts";
import { countPoll, findMainOrder, listMovements, listOrdersOfSales } from "./queries/orders.ts";
import {
  listChargebacks,
  listDisputedOrders,
  listDisputesOfSales,
  listOrderOwners,
  listPaidMovements,
  listUnpaidMovements,
} from "./queries/payout-books.ts";
import {
  countOpenDifferences,
  listDifferences,
  listOpenWithoutPayout,
  listPayoutsWithOpenDifferences,
} from "./queries/payout-differences.ts";
import {
  findNewestPayoutDate,
  listLinePage,
  listPayoutLines,
  listPayoutSums,
  listPayouts,
  listPayoutsToRead,
} from "./queries/payouts.ts";
import { countSessions, findRoleIn, listPeople, listSessionChanges, listSessions } from "./queries/people.ts";
import {
  decideRequest,
  findRefundRequestByWish,
  listAskedSaleIds,
  listOpenRequestsOfSales,
} from "./queries/refund-requests.ts";
import {
  findByShopperToken,
  findCurrentAttempt,
  findSaleAttempt,
  isNumberTaken,
  listLostLinks,
  listSaleRows,
} from "./queries/sales.ts";
import { listPinTries } from "./queries/sign-in-tries.ts";
import { hasSales } from "./queries/stores.ts";
import { endSessionsOnTablet, findPairedTablet, takePairingCode } from "./queries/tablets.ts";
import {
  listRefundsAsked,
  listUnsureLinks,
  sumMovementsByHour,
  sumOpen,
  sumStarted,
} from "./queries/today.ts";
import {
  finishWebhookEvents,
  listDueWebhookEvents,
  listKeptPayloads,
  listWorkableEvents,
} from "./queries/webhooks.ts";
import { noon } from "./testing.ts";

const stretch = { storeId: "s", from: noon, to: noon };
const day = { storeId: "s", from: noon, to: noon };
const idle = { tablet: noon, browser: noon };
const claim = { operationId: "o", from: "prepared" as const, lease: "l", leaseUntil: noon, now: noon };
const decision = { decision: "approved" as const, decidedBy: "p", decidedAt: noon, operationId: "o" };
const primary = "sqlite_autoindex_operations_1 (id=?)";

/** Queries, what they find, and the index that SQLite finds it by. */
export const found: readonly [what: string, Queries, index: string][] = [
  [
    "operations whose process died",
    (db) => listDeadOperations(db, noon),
    "operations_leased (lease_until<?)",
  ],
  [
    "an order that is polled",
    (db) => countPoll(db, "o", noon),
    "sqlite_autoindex_order_asks_1 (order_uuid=?)",
  ],
  ["operations to repeat", (db) => listToRepeat(db, noon, 10), "operations_to_repeat (next_repeat_at<?)"],
  ["operations to start", (db) => listToStart(db, noon, 10), "operations_to_repeat (next_repeat_at<?)"],
  ["a sale's history", (db) => listHistoryOfSale(db, "s", 200), "history_by_sale (sale_id=?)"],
  ["a stream's missed lines", (db) => listSaleLinesAfter(db, 7, ["a", "b"], 9), "PRIMARY KEY (rowid>?)"],
  ["the missed lines of all stores", (db) => listSaleLinesAfter(db, 7, null, 9), "PRIMARY KEY (rowid>?)"],
  ["the orders due", (db) => listDueAsks(db, noon, 4), "order_asks_by_next (next_ask_at<?)"],
  ["how the asking goes", (db) => pollingFigures(db, noon, noon), "order_asks_by_next (next_ask_at>?)"],
  [
    "the webhooks that wait",
    (db) => listDueWebhookEvents(db, noon, 9),
    "webhook_events_waiting (next_try_at<?)",
  ],
  ["webhooks to work off", (db) => listWorkableEvents(db, [1, 2], noon), "INTEGER PRIMARY KEY (rowid=?)"],
  ["webhooks that are done", (db) => finishWebhookEvents(db, [1, 2], noon), "INTEGER PRIMARY KEY (rowid=?)"],
  [
    "a person's refunds of a day",
    (db) => sumRefundsOfPerson(db, "p", "s", noon),
    "operations_refunds_by_person (person_id=? AND prepared_at>?)",
  ],
  [
    "the operations of sales",
    (db) => listOperationsOfSales(db, ["a", "b"]),
    "operations_by_sale (sale_id=?)",
  ],
  [
    "the operations of attempts",
    (db) => listOperationsOfAttempts(db, ["a", "b"]),
    "operations_by_attempt (attempt_id=?)",
  ],
  ["the sales to add up", (db) => listSaleIds(db, "s", 200), "sqlite_autoindex_sales_1 (id>?)"],
  ["sales' lines to add up", (db) => listLinesOfSales(db, ["a", "b"]), "history_by_sale (sale_id=?)"],
  ["sales to add up", (db) => listSalesWithAttempts(db, ["a", "b"]), "sqlite_autoindex_sales_1 (id=?)"],
  ["an open operation", (db) => findOpenOperation(db, "s"), "operations_one_open_a_sale (sale_id=?)"],
  ["an equal refund", (db) => findEqualRefund(db, "s", 2000), "operations_by_sale (sale_id=?)"],
  ["a claim", (db) => claimOperation(db, claim), primary],
  ["the movements of orders", (db) => listMovements(db, ["a", "b"]), "movements_by_order (order_uuid=?)"],
  ["the order of an attempt", (db) => findMainOrder(db, "a"), "orders_by_attempt (attempt_id=?)"],
  ["an attempt with its sale", (db) => findSaleAttempt(db, "a"), "orders_by_attempt (attempt_id=?)"],
  ["a sale with its attempt", (db) => findCurrentAttempt(db, "s"), "orders_by_attempt (attempt_id=?)"],
  ["the orders of sales", (db) => listOrdersOfSales(db, ["a", "b"]), "attempts_by_sale (sale_id=?)"],
  ["the sales of a list", (db) => listSaleRows(db, ["a", "b"]), "sqlite_autoindex_sales_1 (id=?)"],
  [
    "the links perhaps never sent",
    (db) => listLostLinks(db, noon),
    "sales_by_status_and_expiry (status=? AND checkout_expires_at<?)",
  ],
  ["a number that is taken", (db) => isNumberTaken(db, "N"), "sales_number_unique (number=?)"],
  [
    "a shopper's page",
    (db) => findByShopperToken(db, "t"),
    "attempts_shopper_token_unique (shopper_token=?)",
  ],
  [
    "sessions that ended",
    (db) => listSessionChanges(db, ["a", "b"], noon, idle),
    "sqlite_autoindex_sessions_1 (id=?)",
  ],
  ["a person's sessions", (db) => listSessions(db, "p", noon, idle), "sessions_by_person (person_id=?)"],
  [
    "how many sessions people have",
    (db) => countSessions(db, ["a", "b"], noon, idle),
    "sessions_by_person (person_id=?)",
  ],
  [
    "the sessions on a tablet",
    (db) => endSessionsOnTablet(db, "t", "locked", noon),
    "sessions_by_tablet (tablet_id=?)",
  ],
  ["a tablet by its token", (db) => findPairedTablet(db, "t"), "tablets_token_hash_unique (token_hash=?)"],
  [
    "a pairing code",
    (db) => takePairingCode(db, "c", noon),
    "sqlite_autoindex_pairing_codes_1 (code_hash=?)",
  ],
  ["wrong PINs", (db) => listPinTries(db, noon), "sqlite_autoindex_sign_in_tries_1 (key>? AND key<?)"],
  ["the people of stores", (db) => listPeople(db, ["a", "b"]), "memberships_by_store (store_id=?)"],
  [
    "a wish that waits for a manager",
    (db) => findRefundRequestByWish(db, "w"),
    "refund_requests_wish_id_unique (wish_id=?)",
  ],
  [
    "the refunds that wait on sales",
    (db) => listOpenRequestsOfSales(db, ["a", "b"]),
    "refund_requests_by_sale (sale_id=?)",
  ],
  [
    "the refunds that wait in stores",
    (db) => listAskedSaleIds(db, ["a", "b"], 9),
    "refund_requests_open (store_id=?)",
  ],
  ["a decision", (db) => decideRequest(db, "r", decision), "sqlite_autoindex_refund_requests_1 (id=?)"],
  [
    "a person's role in a store",
    (db) => findRoleIn(db, "p", "s"),
    "sqlite_autoindex_memberships_1 (person_id=? AND store_id=?)",
  ],
  [
    "what is approved in a store, by when it runs out",
    (db) => listApproved(db, { stores: [{ storeId: "a", from: noon, to: null }], search: null }, 9),
    "sales_by_store_and_status (store_id=? AND status=? AND created_at>?)",
  ],
  [
    "what runs out soon in a store",
    (db) =>
      listApproved(
        db,
        { stores: [{ storeId: "a", from: null, to: null }], search: null, expiresBefore: noon },
        9,
      ),
    "sales_by_store_and_status (store_id=? AND status=?)",
  ],
  [
    "what a person did and what was done to them",
    (db) => listHistoryOfPerson(db, "p", ["a"], 9),
    "history_about_person (about_person_id=?)",
  ],
  [
    "what was moved in a day",
    (db) => sumMovements(db, stretch),
    "movements_by_store_and_time (store_id=? AND first_seen_at>? AND first_seen_at<?)",
  ],
  [
    "the sales of a day",
    (db) => sumSales(db, stretch),
    "sales_by_store_and_time (store_id=? AND created_at>? AND created_at<?)",
  ],
  ["a store's first sale", (db) => firstSaleAt(db, "s"), "sales_by_store_and_time (store_id=?)"],
  [
    "a closed day and its neighbours",
    (db) => findDayCloses(db, "s", ["2026-11-21", "2026-11-22"]),
    "day_closes_by_store_and_date (store_id=? AND date=?)",
  ],
  [
    "the closed days of a page",
    (db) => listDayCloses(db, "s", "2026-11-01", "2026-11-22"),
    "day_closes_by_store_and_date (store_id=? AND date>? AND date<?)",
  ],
  ["the last closed day", (db) => lastClosedDate(db, "s"), "day_closes_by_store_and_date (store_id=?)"],
  [
    "a closed day that goes on",
    (db) => afterClosedDays(db, "s", noon),
    "day_closes_by_store_and_end (store_id=? AND to>?)",
  ],
  [
    "what moved in a day's hours",
    (db) => sumMovementsByHour(db, day, noon),
    "movements_by_store_and_time (store_id=? AND first_seen_at>? AND first_seen_at<?)",
  ],
  [
    "the sales started in a day",
    (db) => sumStarted(db, day),
    "sales_by_store_and_time (store_id=? AND created_at>? AND created_at<?)",
  ],
  [
    "what is open",
    (db) => sumOpen(db, "s", noon, noon),
    "sales_by_store_and_status (store_id=? AND status=?)",
  ],
  [
    "links perhaps not sent",
    (db) => listUnsureLinks(db, "s", 9),
    "sales_by_store_and_status (store_id=? AND status=?)",
  ],
  ["refunds asked for", (db) => listRefundsAsked(db, "s", 9), "refund_requests_open (store_id=?)"],
  [
    "a store's disputes to answer",
    (db) => listOpenDisputes(db, "s", 9),
    "disputes_by_store (store_id=? AND stage=?)",
  ],
  [
    "other channels' disputes to answer",
    (db) => listOpenDisputes(db, null, 9),
    "disputes_by_store (store_id=? AND stage=?)",
  ],
  [
    "a store's closed disputes",
    (db) => listClosedDisputes(db, "s", 9),
    "disputes_by_store (store_id=? AND stage=?)",
  ],
  ["the disputes of a sale", (db) => listDisputesOfSale(db, "s"), "disputes_by_sale (sale_id=?)"],
  ["disputes to tie to a sale", (db) => listUntiedDisputes(db, "o"), "disputes_by_order (order_uuid=?)"],
  ["the sale of an order", (db) => findSaleOfOrder(db, "o"), "sqlite_autoindex_orders_1 (uuid=?)"],
  [
    "the payouts of the house",
    (db) => listPayouts(db, { storeIds: null, after: null, limit: 9 }),
    "payouts_by_date ((payout_date,uuid)<(?,?))",
  ],
  [
    "the payouts of some stores",
    (db) => listPayouts(db, { storeIds: ["a", "b"], after: { payoutDate: "d", uuid: "p" }, limit: 9 }),
    "sqlite_autoindex_payout_sums_1 (payout_uuid=? AND owner=? AND store_id=?)",
  ],
  ["the newest payout", findNewestPayoutDate, "payouts_by_date (payout_date>?)"],
  ["the payouts to read", (db) => listPayoutsToRead(db, 9), "payouts_to_read (read_at=?)"],
  [
    "some of a payout's lines",
    (db) =>
      listLinePage(db, "p", { storeIds: ["a", "b"], owners: ["no_order"], afterOrdinal: 100, limit: 9 }),
    "payout_lines_by_payout (payout_uuid=? AND ordinal>?)",
  ],
  ["a payout's lines", (db) => listPayoutLines(db, "p"), "payout_lines_by_payout (payout_uuid=?)"],
  [
    "the sums of payouts",
    (db) => listPayoutSums(db, ["p", "q"]),
    "sqlite_autoindex_payout_sums_1 (payout_uuid=?)",
  ],
  [
    "a payout's differences",
    (db) => listDifferences(db, "p", { storeIds: ["a"], withStoreless: true }, 9),
    "payout_differences_by_payout (payout_uuid=?)",
  ],
  [
    "what no payout has paid out",
    (db) => listOpenWithoutPayout(db, { storeIds: ["a"], withStoreless: false }, 9),
    "payout_differences",
  ],
  [
    "how much is open in payouts",
    (db) => countOpenDifferences(db, ["p", "q"]),
    "payout_differences_by_payout (payout_uuid=?)",
  ],
  [
    "the payouts with something open",
    (db) => listPayoutsWithOpenDifferences(db, 9),
    "payout_differences_open (resolved_at=?)",
  ],
  ["whose orders are", (db) => listOrderOwners(db, ["a", "b"]), "sqlite_autoindex_orders_1 (uuid=?)"],
  [
    "what other payouts have paid",
    (db) => listPaidMovements(db, "p", ["a", "b"]),
    "payout_lines_by_movement (movement_uuid=?)",
  ],
  [
    "earlier chargebacks of orders",
    (db) => listChargebacks(db, "p", ["a", "b"]),
    "payout_lines_by_order (order_uuid=?)",
  ],
  ["the disputes of orders", (db) => listDisputedOrders(db, ["a", "b"]), "disputes_by_order (order_uuid=?)"],
  ["the disputes of sales", (db) => listDisputesOfSales(db, ["a", "b"]), "disputes_by_sale (sale_id=?)"],
  [
    "what a store took and no payout has",
    (db) => listUnpaidMovements(db, "s", { after: noon, until: noon }),
    "movements_by_store_and_time (store_id=? AND first_seen_at>? AND first_seen_at<?)",
  ],
];

/** Orders of two stores, one for a while and one whenever. */
export const anyOrder: OrderListFilter = {
  stores: [
    { storeId: "a", from: noon, to: noon },
    { storeId: "b", from: null, to: null },
  ],
  statuses: null,
  orInDoubt: false,
  search: null,
  personId: null,
  registerId: null,
  page: null,
  limit: 51,
};
const page = { direction: "older", at: noon, saleId: "s" } as const;

/** What is asked of the list of orders, and the indexes that SQLite goes by. */
export const orderLists: readonly [which: string, Partial<OrderListFilter>, indexes: string[]][] = [
  ["the newest", {}, ["sales_by_store_and_time (store_id=?"]],
  ["older ones", { page }, ["sales_by_store_and_time (store_id=? AND (created_at,id)<(?,?))"]],
  [
    "newer ones",
    { page: { ...page, direction: "newer" } },
    ["sales_by_store_and_time (store_id=? AND (created_at,id)>(?,?))"],
  ],
  [
    "some statuses, older ones",
    { statuses: ["captured", "refunded"], page },
    ["sales_by_store_and_status (store_id=? AND status=? AND (created_at,id)<(?,?))"],
  ],
  [
    "the not confirmed",
    { statuses: ["unconfirmed"], orInDoubt: true },
    ["sales_by_store_and_status (store_id=? AND status=?)", "operations_one_open_a_sale"],
  ],
  [
    "a person's, older ones",
    { personId: "p", page },
    ["sales_by_store_and_person (store_id=? AND person_id=? AND status=? AND (created_at,id)<(?,?))"],
  ],
  [
    "a person's of some statuses",
    { personId: "p", statuses: ["captured"] },
    ["sales_by_store_and_person (store_id=? AND person_id=? AND status=?"],
  ],
  [
    "a register's, older ones",
    { registerId: "r", page },
    ["sales_by_store_and_register (store_id=? AND register_id=? AND status=? AND (created_at,id)<(?,?))"],
  ],
  [
    "a person's at a register",
    { personId: "p", registerId: "r" },
    ["sales_by_store_and_person (store_id=? AND person_id=? AND status=?"],
  ],
  [
    "a person's that are not confirmed",
    { personId: "p", statuses: ["unconfirmed"], orInDoubt: true },
    ["sales_by_store_and_status (store_id=? AND status=?)", "operations_one_open_a_sale"],
  ],
  [
    "by the number of Sezzle's dashboard",
    { search: readOrderSearch("55019234") },
    ["orders_by_sezzle_id (<expr>=?)"],
  ],
  [
    "by a phone's end",
    { search: readOrderSearch("0147"), page },
    ["contact_words_1 (word>? AND word<?)", "sales_by_store_and_amount (store_id=? AND amount_cents=?)"],
  ],
  [
    "by a name, in some statuses",
    { search: readOrderSearch("ada lovelace"), statuses: ["captured"] },
    ["contact_words_1 (word>? AND word<?)", "sale_words_1 (word>? AND word<?)", "attempts_by_contact"],
  ],
  [
    "by Sezzle's uuid",
    { search: readOrderSearch("0f4b1d8c-91f5-4b6b-9d3e-0a2a4e6d9c55") },
    ["sqlite_autoindex_orders_1 (uuid=?)"],
  ],
];

/** Queries about shoppers, and the indexes that SQLite goes by. */
export const aboutShoppers: readonly [what: string, Queries, indexes: string[]][] = [
  ["the contacts of a whole number", (db) => listContactsOfWord(db, "~7410"), ["contact_words_1 (word=?)"]],
  [
    "the sales of contacts",
    (db) => listUsesOfContacts(db, ["a", "b"]),
    ["attempts_by_contact (contact_id=?)"],
  ],
  [
    "the contacts that a link is being sent to",
    (db) => listContactsBeingSent(db, ["a", "b"]),
    ["attempts_by_contact (contact_id=?)", "operations_one_open_a_sale (sale_id>?)"],
  ],
  ["contacts one after another", (db) => walkContacts(db, 7, 200), ["PRIMARY KEY (rowid>?)"]],
  [
    "the sales whose money has something open",
    (db) => listUnsettledSales(db, ["a", "b"]),
    ["operations_one_open_a_sale (sale_id=?)", "disputes_by_sale (sale_id=?)"],
  ],
  ["an erasure", (db) => eraseContact(db, "a", noon), ["contact_words_by_contact", "contacts_1 (id=?)"]],
  ["the payloads that are kept", listKeptPayloads, ["webhook_events_waiting (next_try_at>?)"]],
  ["whether a store has sold", (db) => hasSales(db, "s"), ["(store_id=?)"]],
];
