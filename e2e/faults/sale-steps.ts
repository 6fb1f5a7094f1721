import type { SaleNow } from "./app-books.ts";
import type { Play } from "./play.ts";

/** One thing that can be done with a sale. Add a row to try something new. */
export type SaleStep = {
  name: string;
  /** How often it is chosen among those that fit. */
  weight: number;
  /** Whether a person who sees the sale so might do it. */
  fits(sale: SaleNow): boolean;
  run(play: Play): Promise<unknown>;
};

const isWaiting = ({ status, open }: SaleNow) => status === "link_sent" && !open;
const isApproved = ({ status, open }: SaleNow) =>
  (status === "authorized" || status === "partially_captured") && !open;
const leftCents = (sale: SaleNow) => sale.authorizedCents - sale.capturedCents - sale.releasedCents;
const refundableCents = (sale: SaleNow) => sale.capturedCents - sale.refundedCents;
const isPaid = (sale: SaleNow) => refundableCents(sale) > 0 && !sale.open;
const isOver = ({ status, open }: SaleNow) =>
  !open &&
  ["failed", "denied", "cancelled", "checkout_expired", "released", "authorization_expired"].includes(status);

const isLost = ({ status, open }: SaleNow) => status === "unconfirmed" && open === "open_checkout";
const isExpired = ({ status, open }: SaleNow) => status === "authorization_expired" && !open;

const approval = ({ status }: SaleNow) => status !== "link_sent" && status !== "creating";

/** A part of an amount that never ends on 7: those are made in Sezzle's dashboard. */
function partOf(play: Play, cents: number): number {
  const part = play.random.int(1, Math.max(1, cents - 1));
  return part % 10 === 7 ? Math.max(1, part - 1) : part;
}

function dashboardPart(play: Play, cents: number): number {
  return Math.max(1, Math.min(cents, Math.floor(play.random.int(1, cents) / 10) * 10 + 7));
}

async function complete(play: Play): Promise<void> {
  if (!(await play.atSezzle("complete"))) return;
  const { completeUrl } = play.order ?? {};
  // Their browser comes back to the shop, when it does.
  if (completeUrl && play.random.chance(0.3)) await play.visit(completeUrl);
  await play.until(approval, 8_000);
}

function sendAgain(play: Play) {
  const contact = play.random.chance(0.5) ? play.newContact() : null;
  return play.act("sendAgain", { contact, confirmed: false });
}

function refund(play: Play, amountCents: number, additional = false) {
  return play.act("refund", { amountCents, reason: "Returned", additional });
}

/** Everything that is tried. */
export const saleSteps: SaleStep[] = [
  { name: "complete", weight: 60, fits: isWaiting, run: complete },
  {
    name: "deny",
    weight: 5,
    fits: isWaiting,
    run: async (play) => (await play.atSezzle("deny")) && play.until(approval, 6_000),
  },
  { name: "give up", weight: 4, fits: isWaiting, run: (play) => play.atSezzle("give-up") },
  {
    name: "link expires",
    weight: 5,
    fits: isWaiting,
    run: async (play) => (await play.atSezzle("expire-checkout")) && play.until(approval, 6_000),
  },
  { name: "cancel", weight: 8, fits: isWaiting, run: (play) => play.act("cancel") },
  {
    name: "cancel against completion",
    weight: 10,
    fits: isWaiting,
    run: (play) => Promise.all([play.act("cancel"), play.pause(300).then(() => complete(play))]),
  },
  {
    name: "set the receipt number",
    weight: 5,
    fits: (sale) => sale.orderUuid !== null,
    run: (play) => play.act("setReference", { receiptNumber: `R-${play.random.int(1, 99_999)}` }),
  },
  { name: "ask Sezzle", weight: 4, fits: (sale) => sale.orderUuid !== null, run: (play) => play.act("ask") },
  { name: "replay", weight: 6, fits: () => true, run: (play) => play.replay() },
  {
    name: "capture the rest",
    weight: 40,
    fits: isApproved,
    run: (play) => play.act("capture", { amountCents: leftCents(play.sale) }),
  },
  {
    name: "capture a part",
    weight: 18,
    fits: isApproved,
    run: (play) => play.act("capture", { amountCents: partOf(play, leftCents(play.sale)) }),
  },
  {
    name: "two capture at once",
    weight: 8,
    fits: isApproved,
    run: (play) => {
      const amountCents = partOf(play, leftCents(play.sale));
      return Promise.all([play.act("capture", { amountCents }), play.act("capture", { amountCents })]);
    },
  },
  {
    name: "release the rest",
    weight: 6,
    fits: isApproved,
    run: (play) => play.act("release", { amountCents: leftCents(play.sale) }),
  },
  {
    name: "release a part",
    weight: 7,
    fits: isApproved,
    run: (play) => play.act("release", { amountCents: partOf(play, leftCents(play.sale)) }),
  },
  {
    name: "release against capture",
    weight: 7,
    fits: isApproved,
    run: (play) => {
      const amountCents = leftCents(play.sale);
      return Promise.all([play.act("release", { amountCents }), play.act("capture", { amountCents })]);
    },
  },
  {
    name: "act on an older version",
    weight: 5,
    fits: (sale) => isApproved(sale) || isPaid(sale),
    run: (play) => play.act("capture", { amountCents: 1 }, { behind: play.random.int(1, 2) }),
  },
  {
    name: "capture against expiry",
    weight: 4,
    fits: isApproved,
    run: (play) =>
      Promise.all([
        play.act("capture", { amountCents: partOf(play, leftCents(play.sale)) }),
        play.pause(200).then(() => play.atSezzle("expire-authorization")),
      ]),
  },
  {
    name: "release in Sezzle's dashboard",
    weight: 5,
    fits: isApproved,
    run: (play) => play.atSezzle("release", { amount_in_cents: dashboardPart(play, leftCents(play.sale)) }),
  },
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
  { name: "send again", weight: 12, fits: isOver, run: sendAgain },
  { name: "send another link", weight: 8, fits: isWaiting, run: sendAgain },
  {
    name: "send another link against completion",
    weight: 5,
    fits: isWaiting,
    run: (play) => Promise.all([sendAgain(play), play.pause(300).then(() => complete(play))]),
  },
  {
    name: "send again though the first may be paid",
    weight: 12,
    fits: isLost,
    run: async (play) => {
      const first = play.order;
      await play.act("sendAgain", { contact: null, confirmed: true });
      // The message came after all, and the shopper has two.
      if (first && play.random.chance(0.6)) await play.atSezzle("complete", {}, first);
    },
  },
  {
    name: "pay by a link whose answer was lost",
    weight: 12,
    fits: isLost,
    run: (play) => complete(play),
  },
  {
    name: "enter the order by hand",
    weight: 6,
    fits: isLost,
    run: async (play) =>
      play.order ? play.act("enterOrder", { orderUuid: play.order.uuid }, { staff: play.manager() }) : null,
  },
  {
    name: "close another link",
    weight: 20,
    fits: (sale) => sale.otherOrderUuid !== null,
    run: (play) => play.act("closeOther", { orderUuid: play.sale.otherOrderUuid }),
  },
  {
    name: "approval expires",
    weight: 3,
    fits: isApproved,
    run: async (play) => (await play.atSezzle("expire-authorization")) && play.until(isExpired, 6_000),
  },
  {
    name: "approve again",
    weight: 30,
    fits: isExpired,
    run: (play) => play.act("reauthorize", {}, { staff: play.manager() }),
  },
];
