import type { Play } from "../play.ts";
import { dashboardPart, isPaid, partOf, refundableCents, type SaleStep } from "./step.ts";

function refund(play: Play, amountCents: number, additional = false) {
  return play.act("refund", { amountCents, reason: "Returned", additional });
}

/** What is given back, here and in Sezzle's dashboard. */
export const refundSteps: SaleStep[] = [
  {
    name: "refund all",
    weight: 12,
    fits: isPaid,
    run: (play) => refund(play, refundableCents(play.sale)),
  },
  {
    name: "refund a part",
    weight: 20,
    fits: isPaid,
    run: (play) => refund(play, partOf(play, refundableCents(play.sale))),
  },
  {
    name: "refund the same twice",
    weight: 10,
    fits: isPaid,
    run: async (play) => {
      const amountCents = partOf(play, Math.ceil(refundableCents(play.sale) / 2));
      await refund(play, amountCents);
      await play.until((it) => !it.open, 6_000);
      const second = await refund(play, amountCents);
      if (second?.code === "equal_refund") await refund(play, amountCents, true);
    },
  },
  {
    name: "two refund at once",
    weight: 6,
    fits: isPaid,
    run: (play) => {
      const amountCents = partOf(play, refundableCents(play.sale));
      return Promise.all([refund(play, amountCents), refund(play, amountCents)]);
    },
  },
  {
    name: "refund in Sezzle's dashboard",
    weight: 8,
    fits: isPaid,
    run: (play) =>
      play.atSezzle("refund", { amount_in_cents: dashboardPart(play, refundableCents(play.sale)) }),
  },
  {
    name: "refund here against refund there",
    weight: 5,
    fits: isPaid,
    run: (play) =>
      Promise.all([
        refund(play, refundableCents(play.sale)),
        play.atSezzle("refund", { amount_in_cents: dashboardPart(play, refundableCents(play.sale)) }),
      ]),
  },
];
