import type { Store } from "#db/queries/stores.ts";
import { lostLinkGraceMs } from "#lib/order-state.ts";
import type { Problem } from "#lib/problem.ts";
import { clockTime } from "#lib/words/time-words.ts";

/** The link before can still be paid, or something was approved or taken. */
export const notOver: Problem = {
  code: "not_over",
  happened: "Another link cannot be sent for this sale now.",
  money: "Nothing was sent to Sezzle. What was sent before is as the sale shows it.",
  next: "Look at what the sale shows, then decide again.",
};

/** Where the link before went is not known any more. */
export const contactErased: Problem = {
  code: "contact_erased",
  happened: "The shopper's contact has been erased.",
  money: "Nothing was sent to Sezzle.",
  next: "Ask the shopper for a number or an e-mail, and send the link there.",
  field: "contact",
};

/** A link whose answer was lost may be with the shopper, until it runs out with some minutes to spare. */
export function mayStillBePaid(checkoutExpiresAt: Date, { timeZone, locale }: Store): Problem {
  const until = clockTime(new Date(checkoutExpiresAt.getTime() + lostLinkGraceMs), { timeZone, locale });
  return {
    code: "may_still_be_paid",
    happened: `It is not known whether the link before was sent. If it was, it can be paid until ${until}.`,
    money: "Nothing more was sent to Sezzle.",
    next: "Ask the shopper for the first message. To send another link all the same, say so and send again.",
  };
}
