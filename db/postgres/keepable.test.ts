import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findOperation, updateOperation } from "../queries/operations.ts";
import { findOrder, insertOrder } from "../queries/orders.ts";
import { sezzleOrderIdOf } from "../queries/snapshot-sql.ts";
import { orders } from "../schema/orders.ts";
import { addOperation, addSale, addShop, noon, operationOf } from "../testing.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

test("what PostgreSQL keeps in no text is left out of what came from elsewhere; all else stays as it was", async () => {
  const engine = await openMigrated(await temporaryDatabase({ isEmpty: false }));
  const sale = await addSale(engine, await addShop(engine));
  const { id } = await addOperation(
    engine,
    operationOf(sale, {
      reason: "Re\0turned \\u0041",
      input: { replacement: { words: "a\0b\\u0000\ud800" } } as never,
    }),
  );
  const kept = await engine.read((db) => findOperation(db, id));
  expect(kept).toMatchObject({ reason: "Returned \\u0041", input: { replacement: { words: "ab\\u0000" } } });
  await engine.write((db) => updateOperation(db, id, { reason: "Too \0small" }));
  expect(await engine.read((db) => findOperation(db, id))).toMatchObject({ reason: "Too small" });
});

test("an order whose answer has them is kept, and found by what stands beside them", async () => {
  const engine = await openMigrated(await temporaryDatabase({ isEmpty: false }));
  const { attemptId } = await addSale(engine, await addShop(engine));
  const uuid = randomUUID();
  const amount = { amountCents: 10_000, currency: "USD" } as const;
  const authorization = { amount, approved: true, expiresAt: null, sezzleOrderId: "104\u00007" };
  const snapshot = {
    ...{ orderUuid: uuid, intent: "AUTH", referenceId: "10\u000042", amount, checkoutStatus: "complete" },
    ...{ checkoutExpiresAt: null, metadata: { note: "a\ud800b" } },
    authorization: { ...authorization, financingOption: null, captures: [], refunds: [], releases: [] },
  } as const;
  await engine.write((db) =>
    insertOrder(db, {
      ...{ uuid, attemptId, kind: "main", sessionUuid: null, checkoutUrl: null, confirmedBy: null },
      ...{ snapshot: snapshot as never, createdAt: noon, askedAt: noon, confirmedAt: null },
    }),
  );
  const found = await engine.read((db) =>
    db
      .select({ uuid: orders.uuid })
      .from(orders)
      .where(eq(sezzleOrderIdOf(db), "1047")),
  );
  expect(found).toEqual([{ uuid }]);
  const kept = await engine.read((db) => findOrder(db, uuid));
  expect(kept?.snapshot).toMatchObject({ referenceId: "1042", metadata: { note: "ab" } });
});
