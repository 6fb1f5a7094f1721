import { defineWords } from "../language.ts";

/** Signing in on a paired tablet, by a touch on one's name and a PIN. */
export const tabletSignInWords = defineWords({
  en: {
    title: "Who is at the till?",
    place: (store: string, register: string) => `${store} · ${register}`,
    staff: "Staff",
    nobody: "Nobody of this store has a PIN yet. Sign in with your password and choose one under Account.",
    usePassword: "Use a password",
    back: "Back to the names",
    pinOf: (name: string) => `PIN of ${name}`,
    keys: "Keypad for the PIN",
    deleteDigit: "Delete last digit",
    open: "Open",
    opening: "Opening…",
    kept: "What was typed is kept for whoever opens it.",
  },
  fr: {
    title: "Qui est à la caisse?",
    place: (store: string, register: string) => `${store} · ${register}`,
    staff: "Personnel",
    nobody:
      "Personne de ce magasin n'a encore de NIP. Connectez-vous avec votre mot de passe et choisissez-en un sous Compte.",
    usePassword: "Utiliser un mot de passe",
    back: "Revenir aux noms",
    pinOf: (name: string) => `NIP de ${name}`,
    keys: "Pavé pour le NIP",
    deleteDigit: "Effacer le dernier chiffre",
    open: "Ouvrir",
    opening: "Ouverture…",
    kept: "Ce qui a été saisi est gardé pour la personne qui ouvre.",
  },
});

/** Pairing, on the tablet. */
export const pairWords = defineWords({
  en: {
    offer: "Pair this tablet…",
    title: "Pair this tablet",
    lead: "It then is a register, and its staff sign in by a touch and a PIN.",
    how: "A manager makes the code on the store's page, at the register: “Pair a tablet…”.",
    code: "Code from the desk",
    codeHint: "8 characters, as 7K3F-QWER",
    pair: "Pair",
    pairing: "Pairing…",
    back: "Back to sign-in",
  },
  fr: {
    offer: "Jumeler cette tablette…",
    title: "Jumeler cette tablette",
    lead: "Elle devient une caisse, où le personnel se connecte en touchant son nom, puis avec un NIP.",
    how: "Un gérant crée le code à la page du magasin, à la caisse : « Jumeler une tablette… ».",
    code: "Code du bureau",
    codeHint: "8 caractères, comme 7K3F-QWER",
    pair: "Jumeler",
    pairing: "Jumelage…",
    back: "Revenir à la connexion",
  },
});

/** Tablets on a store's page. */
export const storeTabletWords = defineWords({
  en: {
    tabletsOf: (register: string) => `Tablets of ${register}`,
    paired: (by: string, at: string) => `paired by ${by}, ${at}`,
    lastSeen: (at: string) => `last seen ${at}`,
    pair: "Pair a tablet…",
    pairFor: (register: string) => `Pair a tablet with ${register}…`,
    unpair: "Unpair…",
    unpairWhich: (device: string, register: string) => `Unpair ${device} from ${register}…`,
    codeTitle: (register: string) => `Pair a tablet with ${register}`,
    codeHow: "On the tablet, open the till's sign-in page, touch “Pair this tablet…” and type:",
    codeGood: (until: string) => `Good once, until ${until}.`,
    done: "Done",
    unpairTitle: (device: string) => `Unpair ${device}?`,
    unpairConsequence: (register: string) =>
      `It no longer is ${register}, and whoever is signed in on it is signed out at once. Sales are as they were.`,
    unpairIt: "Unpair it",
    keep: "Leave it paired",
  },
  fr: {
    tabletsOf: (register: string) => `Tablettes de ${register}`,
    paired: (by: string, at: string) => `jumelée par ${by}, ${at}`,
    lastSeen: (at: string) => `dernière activité : ${at}`,
    pair: "Jumeler une tablette…",
    pairFor: (register: string) => `Jumeler une tablette à ${register}…`,
    unpair: "Dissocier…",
    unpairWhich: (device: string, register: string) => `Dissocier ${device} de ${register}…`,
    codeTitle: (register: string) => `Jumeler une tablette à ${register}`,
    codeHow:
      "Sur la tablette, ouvrez la page de connexion de la caisse, touchez « Jumeler cette tablette… » et entrez :",
    codeGood: (until: string) => `Valide une fois, jusqu'à ${until}.`,
    done: "Terminé",
    unpairTitle: (device: string) => `Dissocier ${device}?`,
    unpairConsequence: (register: string) =>
      `Elle n'est plus ${register}, et la personne qui y est connectée est déconnectée aussitôt. Les ventes restent telles quelles.`,
    unpairIt: "La dissocier",
    keep: "La laisser jumelée",
  },
});

/** What a paired tablet says of itself while somebody is signed in. */
export const tabletWords = defineWords({
  en: {
    locked: "Locked",
    switchPerson: "Switch person",
    passwordTitle: "Sign in with your password for this",
    passwordLead: "Your PIN opens the till. What is done at the desk needs your password.",
    passwordAct: "Sign in with a password",
    backToTill: "Back to the till",
  },
  fr: {
    locked: "Verrouillée",
    switchPerson: "Changer de personne",
    passwordTitle: "Connectez-vous avec votre mot de passe pour ceci",
    passwordLead: "Votre NIP ouvre la caisse. Ce qui se fait au bureau demande votre mot de passe.",
    passwordAct: "Se connecter avec un mot de passe",
    backToTill: "Revenir à la caisse",
  },
});
