import type { SaleNow } from "../app-books.ts";
import type { Play } from "../play.ts";

/** One thing that can be done with a sale. Add a row to one of the tables to try something new. */
export type SaleStep = {
  name: string;
  /** How often it is chosen among those that fit. */
  weight: number;
  /** Whether a person who sees the sale so might do it. */
  fits(sale: SaleNow): boolean;
  run(play: Play): Promise<unknown>;
};

/** The shopper has a link, as far as the till knows. */
export const isWaiting = ({ status, open }: SaleNow) => status === "link_sent" && !open;

/** Something is approved and can be taken. */
export const isApproved = ({ status, open }: SaleNow) =>
  (status === "authorized" || status === "partially_captured") && !open;

/** The answer to the session call was lost. */
export const isLost = ({ status, open }: SaleNow) => status === "unconfirmed" && open === "open_checkout";

/** What can still be taken, in cents. */
export const leftCents = (sale: SaleNow) => sale.authorizedCents - sale.capturedCents - sale.releasedCents;

/** What can still be given back, in cents. */
export const refundableCents = (sale: SaleNow) => sale.capturedCents - sale.refundedCents;

/** Something is taken and not given back. */
export const isPaid = (sale: SaleNow) => refundableCents(sale) > 0 && !sale.open;

/** The till knows what became of the link. */
export const isAnswered = ({ status }: SaleNow) => status !== "link_sent" && status !== "creating";

/** A part of an amount that never ends on 7: those are made in Sezzle's dashboard. */
export function partOf(play: Play, cents: number): number {
  const part = play.random.int(1, Math.max(1, cents - 1));
  return part % 10 === 7 ? Math.max(1, part - 1) : part;
}

/** A part as it is made in Sezzle's dashboard. */
export function dashboardPart(play: Play, cents: number): number {
  return Math.max(1, Math.min(cents, Math.floor(play.random.int(1, cents) / 10) * 10 + 7));
}

/** The shopper completes the checkout, and sometimes their browser comes back to the shop. */
export async function complete(play: Play): Promise<void> {
  if (!(await play.atSezzle("complete"))) return;
  const { completeUrl } = play.order ?? {};
  if (completeUrl && play.random.chance(0.3)) await play.visit(completeUrl);
  await play.until(isAnswered, 8_000);
}
