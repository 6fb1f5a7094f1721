import { is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as contacts from "../schema/contacts.ts";
import * as dayCloses from "../schema/day-closes.ts";
import * as disputes from "../schema/disputes.ts";
import * as gatewayHealth from "../schema/gateway-health.ts";
import * as history from "../schema/history.ts";
import * as identity from "../schema/identity.ts";
import * as operations from "../schema/operations.ts";
import * as orders from "../schema/orders.ts";
import * as payouts from "../schema/payouts.ts";
import * as people from "../schema/people.ts";
import * as refundRequests from "../schema/refund-requests.ts";
import * as sales from "../schema/sales.ts";
import * as search from "../schema/search.ts";
import * as secondFactors from "../schema/second-factors.ts";
import * as signInTries from "../schema/sign-in-tries.ts";
import * as stores from "../schema/stores.ts";
import * as tablets from "../schema/tablets.ts";
import * as webhooks from "../schema/webhooks.ts";

const files: object[] = [
  contacts,
  dayCloses,
  disputes,
  gatewayHealth,
  history,
  identity,
  operations,
  orders,
  payouts,
  people,
  refundRequests,
  sales,
  search,
  secondFactors,
  signInTries,
  stores,
  tablets,
  webhooks,
];

/** Every table there is. */
export const allTables = files.flatMap((file) =>
  Object.values(file).filter((it): it is SQLiteTable => is(it, SQLiteTable)),
);
