import { readRows } from "./support/database.ts";
import { expect, test } from "./support/own-house.ts";
import { deliver, eventAbout, signatureOf } from "./support/webhook.ts";

test.setTimeout(120_000);

test("every event that was answered 200 is on disk at that moment, and worked off after a restart", {
  tag: "@long",
}, async ({ home }) => {
  const { app, sandbox, database } = home;
  const shopOrder = { method: "POST", body: { amount_in_cents: 8450, currency: "USD" } };
  const { uuid: orderUuid } = await sandbox.control<{ uuid: string }>("/orders", shopOrder);
  for (let round = 0; round < 3; round += 1) {
    const answered: string[] = [];
    const events = Array.from({ length: 40 }, () => eventAbout(orderUuid));
    let killed: Promise<void> | null = null;
    await Promise.allSettled(
      events.map(async ({ uuid, body }) => {
        const { status } = await deliver(app.url, body, { signature: signatureOf(body, sandbox.privateKey) });
        if (status === 200) answered.push(uuid);
        if (answered.length === 5) killed ??= app.stop("SIGKILL");
      }),
    );
    await killed;
    expect(answered.length).toBeGreaterThanOrEqual(5);
    const kept = readRows<{ event_uuid: string }>(database, "select event_uuid from webhook_events");
    expect(kept.map((it) => it.event_uuid)).toEqual(expect.arrayContaining(answered));
    await app.start();
  }
  await expect
    .poll(
      () =>
        readRows<{ waiting: number }>(
          database,
          "select count(*) waiting from webhook_events where processed_at is null",
        ),
      { timeout: 60_000 },
    )
    .toEqual([{ waiting: 0 }]);
});
