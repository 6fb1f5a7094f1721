import { type Sandbox, transact } from "../sandbox.ts";
import { insertMovement, totalsOf } from "./movement-store.ts";
import type { OrderRow } from "./order-row.ts";

/**
 * Brings every order whose checkout or authorization has run out to the state that follows from it.
 * Runs before each read and write, so that an expiry takes effect to the millisecond without a timer.
 * An authorization that runs out releases what was not captured; with nothing captured the order is deleted.
 */
export function settleExpiries(sandbox: Sandbox): void {
  const at = sandbox.now();
  const due = sandbox.db
    .prepare<{ at: number }, { n: number }>(
      `SELECT (SELECT count(*) FROM orders WHERE checkout_status = 'active' AND checkout_expires_at <= @at)
            + (SELECT count(*) FROM orders WHERE authorized_at IS NOT NULL
                 AND authorization_lapsed_at IS NULL AND authorization_expires_at <= @at) AS n`,
    )
    .get({ at });
  if (!due?.n) return;
  transact(sandbox, () => {
    sandbox.db
      .prepare(
        `UPDATE orders SET checkout_status = 'deleted', closed_because = 'checkout expired'
         WHERE checkout_status = 'active' AND checkout_expires_at <= ?`,
      )
      .run(at);
    const lapsed = sandbox.db
      .prepare<[number], OrderRow & { authorization_expires_at: number }>(
        `SELECT * FROM orders WHERE authorized_at IS NOT NULL
           AND authorization_lapsed_at IS NULL AND authorization_expires_at <= ?`,
      )
      .all(at);
    for (const order of lapsed) lapseAuthorization(sandbox, order);
  });
}

function lapseAuthorization(sandbox: Sandbox, order: OrderRow & { authorization_expires_at: number }): void {
  const { capturedCents, releasedCents } = totalsOf(sandbox, order.uuid);
  const restCents = order.authorized_cents - capturedCents - releasedCents;
  if (restCents > 0) {
    insertMovement(sandbox, {
      order_uuid: order.uuid,
      kind: "release",
      amount_cents: restCents,
      source: "expiry",
      created_at: order.authorization_expires_at,
    });
  }
  sandbox.db
    .prepare("UPDATE orders SET authorization_lapsed_at = authorization_expires_at WHERE uuid = ?")
    .run(order.uuid);
  if (capturedCents === 0) {
    sandbox.db
      .prepare(
        "UPDATE orders SET checkout_status = 'deleted', closed_because = 'authorization expired' WHERE uuid = ?",
      )
      .run(order.uuid);
  }
}
