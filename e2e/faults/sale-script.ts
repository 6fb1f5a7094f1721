import { Play } from "./play.ts";
import { anyTimeSteps } from "./steps/any-time-steps.ts";
import { approvalSteps } from "./steps/approval-steps.ts";
import { checkoutSteps } from "./steps/checkout-steps.ts";
import { linkSteps } from "./steps/link-steps.ts";
import { refundSteps } from "./steps/refund-steps.ts";
import type { World } from "./world.ts";

const saleSteps = [...checkoutSteps, ...approvalSteps, ...refundSteps, ...linkSteps, ...anyTimeSteps];

/** How long somebody waits for the end of a step before they go on: some are in a hurry. */
const patiencesMs = [500, 1_500, 4_000, 9_000] as const;

/**
 * Plays one sale from its start to wherever its script ends: which steps it takes among those that fit is its seed's choice. What is not
 * settled by then settles by itself.
 */
export async function playSale(world: World, index: number): Promise<void> {
  const random = world.random.fork(`sale ${index}`);
  const play = new Play(world, random);
  const receiptNumber = random.chance(0.3) ? `T-${index}` : null;
  const started = await play.start({
    amountCents: random.chance(0.06) ? random.int(180_001, 250_000) : random.int(100, 60_000),
    contact: play.newContact(),
    shopperName: random.chance(0.5) ? "Pat Doe" : null,
    receiptNumber,
  });
  if (!started) return;
  const steps = random.int(2, 6);
  for (let step = 0; step < steps && !world.tally.isEnough; step += 1) {
    if (random.chance(0.7)) await play.watch();
    await play.until(
      (it) => (!it.open || it.status === "unconfirmed") && it.status !== "creating",
      random.pick(patiencesMs),
    );
    const { sale } = play;
    const next = random.weighted(
      saleSteps.filter((it) => it.fits(sale)),
      (it) => it.weight,
    );
    if (!next) return;
    world.tally.count("steps", next.name);
    await next.run(play);
  }
}
