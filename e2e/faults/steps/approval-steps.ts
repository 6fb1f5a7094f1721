import type { SaleNow } from "../app-books.ts";
import { dashboardPart, isApproved, isPaid, leftCents, partOf, type SaleStep } from "./step.ts";

const isExpired = ({ status, open }: SaleNow) => status === "authorization_expired" && !open;

/** What is done with what is approved: taken, let go, or left to run out. */
export const approvalSteps: SaleStep[] = [
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
