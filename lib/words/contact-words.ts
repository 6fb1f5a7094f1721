import type { ContactFault } from "../contact.ts";
import { defineWords } from "../language.ts";

/** Why what was typed is no number and no address that a link can be sent to, and what to do. */
export const contactWords = defineWords({
  en: {
    foreign: "Sezzle sends texts to numbers in the US and Canada only.",
    number: "This is not a mobile number in the US or Canada. Check the digits.",
    email: "This is not an e-mail address. Check the spelling.",
  } satisfies Record<ContactFault, string>,
  fr: {
    foreign: "Sezzle envoie des textos aux numéros des États-Unis et du Canada seulement.",
    number: "Ce n'est pas un numéro mobile des États-Unis ou du Canada. Vérifiez les chiffres.",
    email: "Ce n'est pas une adresse courriel. Vérifiez l'orthographe.",
  },
});
