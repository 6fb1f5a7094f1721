import { defineWords } from "../language.ts";

/** The words of the list of stores, of one store's page, and of adding one. */
export const storesWords = defineWords({
  en: {
    title: "Stores",
    storeTitle: "Store",
    lead: "What is set in each store, and its registers.",
    leadToLook: "What is set in your stores. An owner changes it.",
    ownerChanges: "an owner changes what is set here",
    settings: "Settings",
    addAStore: "Add a store",
    registers: (open: number, closed: number) => {
      const words = open === 1 ? "1 register" : `${open} registers`;
      return closed > 0 ? `${words}, ${closed} closed` : words;
    },
  },
  fr: {
    title: "Magasins",
    storeTitle: "Magasin",
    lead: "Les réglages de chaque magasin, et ses caisses.",
    leadToLook: "Les réglages de vos magasins. Un propriétaire les change.",
    ownerChanges: "un propriétaire change ces réglages",
    settings: "Réglages",
    addAStore: "Ajouter un magasin",
    registers: (open: number, closed: number) => {
      const words = open < 2 ? `${open} caisse` : `${open} caisses`;
      if (closed === 0) return words;
      return closed === 1 ? `${words}, 1 fermée` : `${words}, ${closed} fermées`;
    },
  },
});

/** The words of the sheet on which a store is added. */
export const addStoreWords = defineWords({
  en: {
    means: "Code, currency and time zone are fixed once it has sold something.",
    act: "Add the store",
    busy: "Adding…",
    back: "Back, add none",
    name: "Name",
    typeName: "Type the name that shoppers see.",
    codeHint: "Begins every sale's number",
    countries: { USD: "United States, USD", CAD: "Canada, CAD" },
    registers: "Registers",
    registersFault: "1 to 20.",
  },
  fr: {
    means: "Le code, la devise et le fuseau horaire sont fixes dès la première vente.",
    act: "Ajouter le magasin",
    busy: "Ajout…",
    back: "Retour, n'en ajouter aucun",
    name: "Nom",
    typeName: "Saisissez le nom que voient les clients.",
    codeHint: "Commence le numéro de chaque vente",
    countries: { USD: "États-Unis, USD", CAD: "Canada, CAD" },
    registers: "Caisses",
    registersFault: "De 1 à 20.",
  },
});

/** The words of the card of a store's registers. */
export const registersWords = defineWords({
  en: {
    title: "Registers",
    closed: "closed",
    noneOpen: "No register is open: nobody can start a sale in this store.",
    register: "Register",
    closedRegister: "Closed register",
    rename: "Rename",
    open: "Open again",
    close: "Close",
    openNamed: (name: string) => `Open ${name}`,
    closeNamed: (name: string) => `Close ${name}`,
    newRegister: "New register",
    example: "Register 3",
    add: "Add",
  },
  fr: {
    title: "Caisses",
    closed: "fermée",
    noneOpen: "Aucune caisse n'est ouverte : personne ne peut commencer une vente dans ce magasin.",
    register: "Caisse",
    closedRegister: "Caisse fermée",
    rename: "Renommer",
    open: "Rouvrir",
    close: "Fermer",
    openNamed: (name: string) => `Rouvrir ${name}`,
    closeNamed: (name: string) => `Fermer ${name}`,
    newRegister: "Nouvelle caisse",
    example: "Caisse 3",
    add: "Ajouter",
  },
});
