import type { Problem } from "#lib/problem.ts";

const notClosed = "The day is not closed, and no money has moved.";
const notClosedFr = "La journée n'est pas fermée, et aucun argent n'a bougé.";

export const unknownDay: Problem = {
  code: "unknown_day",
  happened: "There is no such day in your stores.",
  money: "Nothing has changed.",
  next: "Go back to the list of days.",
  fr: {
    happened: "Il n'y a pas de telle journée dans vos magasins.",
    money: "Rien n'a changé.",
    next: "Revenez à la liste des journées.",
  },
};

export const notBegun: Problem = {
  code: "day_not_begun",
  happened: "This day has not begun yet.",
  money: notClosed,
  next: "Close it when it is over, or at any time while it lasts.",
  fr: {
    happened: "Cette journée n'a pas encore commencé.",
    money: notClosedFr,
    next: "Fermez-la quand elle est terminée, ou à tout moment pendant qu'elle dure.",
  },
};

export const dayChanged: Problem = {
  code: "day_changed",
  happened: "Something has happened in this store since you looked.",
  money: notClosed,
  next: "Look at the numbers and the open matters as they are now, then sign.",
  fr: {
    happened: "Quelque chose s'est passé dans ce magasin depuis votre lecture.",
    money: notClosedFr,
    next: "Relisez les chiffres et ce qui est en suspens maintenant, puis signez.",
  },
};

export const unexplained: Problem = {
  code: "unexplained",
  happened: "Something is still open that nobody has explained.",
  money: notClosed,
  next: "Settle it, or say in a few words why it may stay open.",
  fr: {
    happened: "Quelque chose est encore en suspens et personne ne l'a expliqué.",
    money: notClosedFr,
    next: "Réglez-le, ou dites en quelques mots pourquoi cela peut rester en suspens.",
  },
};

export const contactInWords: Problem = {
  code: "contact_in_words",
  happened: "An explanation names a phone number or an e-mail.",
  money: notClosed,
  next: "Leave it out: a signed report can never be changed. The order's own page has the contact.",
  fr: {
    happened: "Une explication contient un numéro de téléphone ou un courriel.",
    money: notClosedFr,
    next: "Retirez-le : un rapport signé ne peut jamais être modifié. Les coordonnées sont sur la page de la commande.",
  },
};
