"use server";

import type { Result } from "#lib/problem.ts";
import { eraseShopperAction, lookUpShopperAction } from "#lib/server/shoppers/actions.ts";
import type { ShopperData } from "#lib/shopper-data.ts";

/** Finds what is held of one shopper. */
export async function lookUpShopper(given: unknown): Promise<Result<ShopperData>> {
  return lookUpShopperAction(given);
}

/** Erases a shopper's contact for ever. */
export async function eraseShopper(given: unknown): Promise<Result<{ sales: number }>> {
  return eraseShopperAction(given);
}
