import { isLeftOpen } from "./app-books.ts";
import type { World } from "./world.ts";

/**
 * Looks at all that was asked for, when everything is over: every wish is one operation with an end, no two of one sale were granted on one
 * version of it, no attempt has two links, and no sale took more than it is worth.
 */
export function checkWishes(world: World): void {
  checkEnds(world);
  checkVersions(world);
  checkOrders(world);
}

function checkEnds({ app, sezzle, tally }: World): void {
  for (const operation of app.openOperations()) {
    const { id, kind, state, saleId, attemptId } = operation;
    const sale = app.sale(saleId);
    if (isLeftOpen(operation)) {
      const orders = sezzle
        .ordersOf(sale?.number ?? "")
        .filter(({ metadata }) => metadata.includes(attemptId));
      // The shopper never paid by it. Had they, an event would have told.
      if (kind === "set_reference" || orders.every(({ authorizedAt }) => authorizedAt === null)) continue;
    }
    tally.differ(`sale ${sale?.number}: the ${kind} (operation ${id}) is ${state} and has no end.`);
  }
}

/** What the till does by itself has a wish that says why, and is not bound to what anybody saw. */
function checkVersions({ app, tally }: World): void {
  const moving = "('cancel_checkout', 'capture', 'release', 'refund', 'reauthorize')";
  const twice = app.all<{ number: string; version: number; ids: string }>(
    `select number, seen_version as version, string_agg(operations.id, ',') as ids
     from operations join sales on sales.id = sale_id where kind in ${moving}
       and wish_id not like '%:%'
     group by sales.id, seen_version having count(*) > 1`,
  );
  for (const { number, version, ids } of twice) {
    tally.differ(`sale ${number}: version ${version} of it was acted on more than once (${ids}).`);
  }
}

function checkOrders({ app, sezzle, tally }: World): void {
  const byAttempt = new Map<string, number>();
  const captured = new Map<string, number>();
  for (const { uuid, channel, metadata } of sezzle.orders()) {
    if (channel === "other") continue;
    const isOpened = channel !== "reauthorization";
    const { till_attempt: attempt = "", till_sale: sale = "" } = JSON.parse(metadata) as Record<
      string,
      string
    >;
    const count = (byAttempt.get(attempt) ?? 0) + (isOpened ? 1 : 0);
    byAttempt.set(attempt, count);
    if (isOpened && count > 1)
      tally.differ(`sale ${sale}: ${count} links were opened for one attempt (order ${uuid}).`);
    const captures = sezzle.movementsOf(uuid).filter(({ kind }) => kind === "capture");
    const cents = captures.reduce((sum, it) => sum + it.amountCents, captured.get(sale) ?? 0);
    captured.set(sale, cents);
  }
  const sales = app.all<{ number: string; amountCents: number }>(
    'select number, amount_cents as "amountCents" from sales',
  );
  for (const { number, amountCents } of sales) {
    const cents = captured.get(number) ?? 0;
    if (cents > amountCents) tally.differ(`sale ${number}: ${cents} cents were captured of ${amountCents}.`);
  }
}
