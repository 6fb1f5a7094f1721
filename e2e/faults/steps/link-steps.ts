import type { SaleNow } from "../app-books.ts";
import type { Play } from "../play.ts";
import { complete, isLost, isWaiting, type SaleStep } from "./step.ts";

const isOver = ({ status, open }: SaleNow) =>
  !open &&
  ["failed", "denied", "cancelled", "checkout_expired", "released", "authorization_expired"].includes(status);

function sendAgain(play: Play) {
  const contact = play.random.chance(0.5) ? play.newContact() : null;
  return play.act("sendAgain", { contact, confirmed: false });
}

/** What is done about links: another one sent, a lost one found, one too many closed. */
export const linkSteps: SaleStep[] = [
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
];
