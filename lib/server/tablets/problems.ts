import type { Problem } from "#lib/problem.ts";

const nothingChanged = { en: "Nothing has changed.", fr: "Rien n'a changé." };

/** The code was never given, was used, or has run out; which of them is not said. */
export const wrongPairingCode: Problem = {
  code: "wrong_pairing_code",
  happened: "This code is not right, or is not good any more.",
  money: nothingChanged.en,
  next: "Check it, or have a new one made at the desk: a code is good for 10 minutes, and once.",
  field: "code",
  fr: {
    happened: "Ce code n'est pas le bon, ou n'est plus valide.",
    money: nothingChanged.fr,
    next: "Vérifiez-le, ou faites-en créer un nouveau au bureau : un code est valide 10 minutes, une seule fois.",
  },
};

/** After too many wrong codes. */
export const tooManyCodes: Problem = {
  code: "too_many",
  happened: "There were too many wrong codes.",
  money: nothingChanged.en,
  next: "Have a new code made at the desk, and type that.",
  fr: {
    happened: "Il y a eu trop de codes erronés.",
    money: nothingChanged.fr,
    next: "Faites créer un nouveau code au bureau et entrez celui-là.",
  },
};

/** No register of theirs, or one that is closed. */
export const unknownRegister: Problem = {
  code: "unknown_register",
  happened: "There is no such open register in your stores.",
  money: nothingChanged.en,
  next: "Load this page again.",
  fr: {
    happened: "Il n'y a pas de telle caisse ouverte dans vos magasins.",
    money: nothingChanged.fr,
    next: "Rechargez cette page.",
  },
};

export const unknownTablet: Problem = {
  code: "unknown_tablet",
  happened: "There is no such tablet in your stores.",
  money: nothingChanged.en,
  next: "Load this page again.",
  fr: {
    happened: "Il n'y a pas de telle tablette dans vos magasins.",
    money: nothingChanged.fr,
    next: "Rechargez cette page.",
  },
};

/** The tablet stands for no register (any more). */
export const notPaired: Problem = {
  code: "not_paired",
  happened: "This tablet is not paired with a register.",
  money: nothingChanged.en,
  next: "Load this page again.",
  fr: {
    happened: "Cette tablette n'est jumelée à aucune caisse.",
    money: nothingChanged.fr,
    next: "Rechargez cette page.",
  },
};
