import { defineWords } from "../language.ts";

/** What becomes of changing a store: as the history keeps it, and what is told when it cannot be. */
export const storeChangeWords = defineWords({
  en: {
    newStore: "new store",
    registers: "registers",
    newRegister: "new register",
    register: "register",
    theRegister: "The register",
    open: "open",
    closed: "closed",
    codeTaken: "Another store has this code.",
    registerNameTaken: "Another register of this store is called so.",
    changedMeanwhile: ({ what, isNow }: { what: string; isNow: string }) => ({
      happened: `This was changed meanwhile. ${what} is now: ${isNow}.`,
      money: "Nothing of yours was saved.",
      next: "Look at what it is now, then decide again.",
    }),
    wrongSetting: (happened: string) => ({
      happened,
      money: "Nothing has changed.",
      next: "Correct it and save again.",
    }),
    fixedBySales: (name: string) => ({
      happened: `The ${name} cannot be changed any more: this store has sold something.`,
      money: "Nothing has changed.",
      next: "Add another store for it.",
    }),
  },
  fr: {
    newStore: "nouveau magasin",
    registers: "caisses",
    newRegister: "nouvelle caisse",
    register: "caisse",
    theRegister: "La caisse",
    open: "ouverte",
    closed: "fermée",
    codeTaken: "Un autre magasin a ce code.",
    registerNameTaken: "Une autre caisse de ce magasin porte ce nom.",
    changedMeanwhile: ({ what, isNow }) => ({
      happened: `Ceci a été changé entre-temps. Maintenant, ${what} : ${isNow}.`,
      money: "Rien de vos changements n'a été enregistré.",
      next: "Regardez ce qu'il en est maintenant, puis décidez de nouveau.",
    }),
    wrongSetting: (happened: string) => ({
      happened,
      money: "Rien n'a changé.",
      next: "Corrigez, puis enregistrez de nouveau.",
    }),
    fixedBySales: (name: string) => ({
      happened: `Ce réglage ne peut plus être changé : ${name}. Ce magasin a déjà vendu.`,
      money: "Rien n'a changé.",
      next: "Ajoutez un autre magasin pour cela.",
    }),
  },
});
