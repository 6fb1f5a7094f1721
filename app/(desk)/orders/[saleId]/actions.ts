"use server";

import type { Result } from "#lib/problem.ts";
import { type ShownContact, showContactAction } from "#lib/server/sales/contact.ts";

/** Shows the whole contact a sale's link went to; that somebody looked is in the history. */
export async function showContact(given: unknown): Promise<Result<ShownContact>> {
  return showContactAction(given);
}
