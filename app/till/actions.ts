"use server";

import type { Result } from "#lib/problem.ts";
import { startSaleAction } from "#lib/server/payments/actions.ts";

/** Starts a sale and has Sezzle send the link. Answers once the sale is on disk; the live stream tells the rest. */
export async function startSale(given: unknown): Promise<Result<{ saleId: string }>> {
  return startSaleAction(given);
}
