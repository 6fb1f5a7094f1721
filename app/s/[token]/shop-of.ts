import { cache } from "react";
import { shopperReturned } from "#lib/server/sales/watch.ts";

/** The shop behind a shopper's page, looked up once for the page and its title. */
export const shopOf = cache(shopperReturned);
