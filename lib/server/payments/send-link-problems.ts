import type { Store } from "#db/queries/stores.ts";
import type { Locale } from "#lib/language.ts";
import { lostLinkGraceMs } from "#lib/order-state.ts";
import type { Problem } from "#lib/problem.ts";
import { clockTime } from "#lib/words/time-words.ts";

/** The link before can still be paid, or something was approved or taken. */
export const notOver: Problem = {
  code: "not_over",
  happened: "Another link cannot be sent for this sale now.",
  money: "Nothing was sent to Sezzle. What was sent before is as the sale shows it.",
  next: "Look at what the sale shows, then decide again.",
  fr: {
    happened: "On ne peut pas envoyer d'autre lien pour cette vente maintenant.",
    money: "Rien n'a été envoyé à Sezzle. Ce qui a été envoyé avant est tel que la vente l'indique.",
    next: "Regardez ce que la vente indique, puis décidez de nouveau.",
  },
};

/** Where the link before went is not known any more. */
export const contactErased: Problem = {
  code: "contact_erased",
  happened: "The shopper's contact has been erased.",
  money: "Nothing was sent to Sezzle.",
  next: "Ask the shopper for a number or an e-mail, and send the link there.",
  field: "contact",
  fr: {
    happened: "Les coordonnées du client ont été effacées.",
    money: "Rien n'a été envoyé à Sezzle.",
    next: "Demandez au client un numéro ou un courriel, et envoyez le lien là.",
  },
};

/** A link whose answer was lost may be with the shopper, until it runs out with some minutes to spare. */
export function mayStillBePaid(checkoutExpiresAt: Date, { timeZone, country }: Store): Problem {
  const at = new Date(checkoutExpiresAt.getTime() + lostLinkGraceMs);
  const until = (locale: Locale) => clockTime(at, { timeZone, locale });
  return {
    code: "may_still_be_paid",
    happened: `It is not known whether the link before was sent. If it was, it can be paid until ${until(country === "CA" ? "en-CA" : "en-US")}.`,
    money: "Nothing more was sent to Sezzle.",
    next: "Ask the shopper for the first message. To send another link all the same, say so and send again.",
    fr: {
      happened: `On ne sait pas si le lien précédent a été envoyé. S'il l'a été, il peut encore être payé (limite : ${until("fr-CA")}).`,
      money: "Rien de plus n'a été envoyé à Sezzle.",
      next: "Demandez au client s'il a le premier message. Pour envoyer quand même un autre lien, dites-le et envoyez de nouveau.",
    },
  };
}
