import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { deliver, eventAbout, signatureOf } from "../support/webhook.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

/**
 * Sends webhooks that Sezzle would not, until told to stop: forged ones, which must be refused and leave nothing behind; signed ones
 * about orders that do not exist or of another shop on the account; and such as were delivered before.
 */
export async function sendStrangeWebhooks(world: World, stop: AbortSignal): Promise<void> {
  const random = world.random.fork("strange webhooks");
  while (!stop.aborted) {
    const kind = random.weighted(kinds, ({ weight }) => weight) ?? kinds[0];
    const done = await kind.send(world, random).catch(() => false);
    if (done) world.tally.count("webhooks", kind.name);
    await sleep(random.int(100, 900), undefined, { signal: stop }).catch(() => {});
  }
}

type Kind = { name: string; weight: number; send(world: World, random: Random): Promise<boolean> };

const kinds: [Kind, ...Kind[]] = [
  {
    name: "forged",
    weight: 5,
    async send({ fleet, app, tally }, random) {
      const known = app.one<{ uuid: string }>("select uuid from orders order by random() limit 1");
      const { uuid, body } = eventAbout(known?.uuid ?? randomUUID());
      const signature = random.pick([
        signatureOf(body, "sz_pr_other"),
        signatureOf(`${body} `, "sz_pr_local"),
        "",
      ]);
      const { status } = await deliver(fleet.publicUrl, body, { signature });
      if (status === 200) tally.differ(`the forged webhook ${uuid} was answered 200.`);
      if (app.one("select 1 from webhook_events where event_uuid = ?", uuid)) {
        tally.differ(`the forged webhook ${uuid} was kept.`);
      }
      return true;
    },
  },
  {
    name: "about an unknown order",
    weight: 1,
    async send({ fleet, sandbox }) {
      const { body } = eventAbout(randomUUID());
      await deliver(fleet.publicUrl, body, { signature: signatureOf(body, sandbox.privateKey) });
      return true;
    },
  },
  {
    name: "of another channel",
    weight: 1,
    async send({ sandbox }, random) {
      const currency = random.pick(["USD", "CAD"]);
      const order = { amount_in_cents: random.int(100, 50_000), currency };
      await sandbox.control("/orders", { method: "POST", body: order });
      return true;
    },
  },
  {
    name: "delivered once more",
    weight: 3,
    async send({ fleet, sandbox, sezzle }, random) {
      const past = sezzle.pastDeliveries(50);
      const again = past[random.int(0, past.length - 1)];
      if (!again) return false;
      const { body } = again;
      await deliver(fleet.publicUrl, body, { signature: signatureOf(body, sandbox.privateKey) });
      return true;
    },
  },
];
