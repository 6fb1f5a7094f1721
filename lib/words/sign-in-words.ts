import { defineWords } from "../language.ts";
import type { Problem } from "../problem.ts";

const nothing = { en: "Nothing has changed.", fr: "Rien n'a changé." };

const wrong: Problem = {
  code: "wrong_sign_in",
  happened: "The sign-in name and password do not fit.",
  money: nothing.en,
  next: "Check both and try again, or ask a manager.",
  fr: {
    happened: "Le nom d'utilisateur et le mot de passe ne correspondent pas.",
    money: nothing.fr,
    next: "Vérifiez les deux et réessayez, ou demandez à un gérant.",
  },
};

const known: Record<string, Problem> = {
  too_many: {
    code: "too_many",
    happened: "There were too many wrong sign-ins with this name.",
    money: nothing.en,
    next: "Wait a quarter of an hour, then try again.",
    fr: {
      happened: "Il y a eu trop de tentatives erronées avec ce nom.",
      money: nothing.fr,
      next: "Attendez un quart d'heure, puis réessayez.",
    },
  },
  unavailable: {
    code: "unavailable",
    happened: "The till's server could not look at this sign-in.",
    money: "Nothing has changed, and your password may well be right.",
    next: "Try again in a moment. Tell whoever runs the till if this stays.",
    fr: {
      happened: "Le serveur de la caisse n'a pas pu vérifier cette connexion.",
      money: "Rien n'a changé, et votre mot de passe est peut-être le bon.",
      next: "Réessayez dans un instant. Si cela persiste, avertissez la personne responsable de la caisse.",
    },
  },
  wrong_code: {
    code: "wrong_code",
    happened: "The code is not right, or was used before.",
    money: nothing.en,
    next: "Wait for the app's next code, or use a recovery code.",
    field: "code",
    fr: {
      happened: "Le code n'est pas le bon, ou a déjà été utilisé.",
      money: nothing.fr,
      next: "Attendez le prochain code de l'application, ou utilisez un code de récupération.",
    },
  },
  weak_password: {
    code: "weak_password",
    happened: "This password will not do.",
    money: nothing.en,
    next: "Choose another: at least 10 characters, without your sign-in name, and not the temporary one.",
    field: "newPassword",
    fr: {
      happened: "Ce mot de passe ne convient pas.",
      money: nothing.fr,
      next: "Choisissez-en un autre : au moins 10 caractères, sans votre nom d'utilisateur, et pas le mot de passe temporaire.",
    },
  },
  wrong_pin: {
    code: "wrong_pin",
    happened: "The PIN is not right.",
    money: nothing.en,
    next: "Type it again, or use your password.",
    field: "pin",
    fr: {
      happened: "Le NIP n'est pas le bon.",
      money: nothing.fr,
      next: "Entrez-le de nouveau, ou utilisez votre mot de passe.",
    },
  },
  pin_shut: {
    code: "pin_shut",
    happened: "There were too many wrong PINs for this name on this tablet.",
    money: nothing.en,
    next: "Use your password, ask a manager to open the PIN again, or wait a quarter of an hour.",
    fr: {
      happened: "Il y a eu trop de NIP erronés pour ce nom sur cette tablette.",
      money: nothing.fr,
      next: "Utilisez votre mot de passe, demandez à un gérant de rouvrir le NIP, ou attendez un quart d'heure.",
    },
  },
  no_pin: {
    code: "no_pin",
    happened: "This person has no PIN here any more.",
    money: nothing.en,
    next: "Use your password, and choose a PIN under Account.",
    fr: {
      happened: "Cette personne n'a plus de NIP ici.",
      money: nothing.fr,
      next: "Utilisez votre mot de passe et choisissez un NIP sous Compte.",
    },
  },
  not_paired: {
    code: "not_paired",
    happened: "This tablet is not paired with a register any more.",
    money: "Every sale is as it was.",
    next: "Load this page again and sign in with your password.",
    fr: {
      happened: "Cette tablette n'est plus jumelée à une caisse.",
      money: "Chaque vente est restée telle quelle.",
      next: "Rechargez cette page et ouvrez la session avec votre mot de passe.",
    },
  },
};

/** Why signing in did not work, from the one word that comes back; the same for a wrong name and a wrong password. */
export function signInProblem(code: string | null | undefined): Problem {
  return (code && known[code]) || wrong;
}

/** The till's server did not answer. */
export const unreachableProblem: Problem = {
  code: "unreachable",
  happened: "The till's server could not be reached.",
  money: nothing.en,
  next: "Check the connection and try again.",
  fr: {
    happened: "Le serveur de la caisse n'a pas pu être joint.",
    money: nothing.fr,
    next: "Vérifiez la connexion et réessayez.",
  },
};

/** Signing in with name and password. */
export const signInWords = defineWords({
  en: {
    title: "Sign in",
    lead: "Take Sezzle payments at the counter.",
    name: "Sign-in name",
    password: "Password",
    code: "Code of your second factor",
    codeHint: "Six digits from your authenticator app, or a recovery code",
    chooseOwn: "Your password was a temporary one. Choose your own: nobody else will know it.",
    newPassword: "New password",
    newPasswordHint: (shortest: number) => `At least ${shortest} characters`,
    again: "New password again",
    notTheSame: "The two are not the same.",
    signIn: "Sign in",
    chooseAndSignIn: "Choose it and sign in",
    signingIn: "Signing in…",
    startAgain: "Start again",
    demo: "Demo sign-ins",
    demoLead: "This is a demo. Fill in as:",
  },
  fr: {
    title: "Ouvrir la session",
    lead: "Encaissez des paiements Sezzle au comptoir.",
    name: "Nom d'utilisateur",
    password: "Mot de passe",
    code: "Code de votre second facteur",
    codeHint: "Six chiffres de votre application d'authentification, ou un code de récupération",
    chooseOwn: "Votre mot de passe était temporaire. Choisissez le vôtre : personne d'autre ne le connaîtra.",
    newPassword: "Nouveau mot de passe",
    newPasswordHint: (shortest: number) => `Au moins ${shortest} caractères`,
    again: "Nouveau mot de passe, encore une fois",
    notTheSame: "Les deux ne sont pas identiques.",
    signIn: "Se connecter",
    chooseAndSignIn: "Le choisir et se connecter",
    signingIn: "Connexion…",
    startAgain: "Recommencer",
    demo: "Comptes de démonstration",
    demoLead: "Ceci est une démonstration. Remplir en tant que :",
  },
});

/** Which register a tablet is. */
export const registerWords = defineWords({
  en: {
    pageTitle: "Choose the register",
    title: "Which register is this?",
    lead: "This tablet remembers it.",
    none: "You are in no store with a register yet. A manager can add you.",
    working: "Working",
    pairedTitle: "This tablet is paired",
    paired: (register: string, store: string) => `It is ${register} of ${store}.`,
    closed: (register: string) => `${register} is closed: nobody can sell at it. An owner can open it again.`,
    elsewhere: (store: string) => `You do not work in ${store}: this tablet is not for you.`,
    unpair: "A manager can unpair it on the store's page.",
    toOrders: "To the orders",
  },
  fr: {
    pageTitle: "Choisir la caisse",
    title: "Quelle est cette caisse?",
    lead: "Cette tablette s'en souvient.",
    none: "Vous n'êtes encore dans aucun magasin avec une caisse. Un gérant peut vous ajouter.",
    working: "En cours",
    pairedTitle: "Cette tablette est jumelée",
    paired: (register: string, store: string) => `C'est ${register} de ${store}.`,
    closed: (register: string) =>
      `${register} est fermée : personne ne peut y vendre. Un propriétaire peut la rouvrir.`,
    elsewhere: (store: string) =>
      `Vous ne travaillez pas chez ${store} : cette tablette n'est pas pour vous.`,
    unpair: "Un gérant peut la dissocier à la page du magasin.",
    toOrders: "Aux commandes",
  },
});

/** What a new till asks once. */
export const welcomeWords = defineWords({
  en: {
    pageTitle: "Set up",
    title: "Set up this till",
    lead: "You become its owner. The one-time code is in the log of the till's server.",
    code: "One-time code",
    name: "Your name",
    signInName: "Sign-in name",
    signInNameHint: "Small letters and digits",
    password: "Password",
    passwordHint: (shortest: number) => `At least ${shortest} characters`,
    storeName: "Store's name",
    storeNameHint: "Shoppers see it",
    storeCode: "Store's code",
    storeCodeHint: "2 to 8 letters and digits; begins every sale's number",
    country: "Country",
    unitedStates: "United States (USD)",
    canada: "Canada (CAD)",
    timeZone: "Time zone",
    registers: "Registers",
    setUp: "Set up the till",
    settingUp: "Setting up…",
  },
  fr: {
    pageTitle: "Configuration",
    title: "Configurer cette caisse",
    lead: "Vous en devenez propriétaire. Le code à usage unique est dans le journal du serveur de la caisse.",
    code: "Code à usage unique",
    name: "Votre nom",
    signInName: "Nom d'utilisateur",
    signInNameHint: "Lettres minuscules et chiffres",
    password: "Mot de passe",
    passwordHint: (shortest: number) => `Au moins ${shortest} caractères`,
    storeName: "Nom du magasin",
    storeNameHint: "Les clients le voient",
    storeCode: "Code du magasin",
    storeCodeHint: "2 à 8 lettres et chiffres; le numéro de chaque vente commence ainsi",
    country: "Pays",
    unitedStates: "États-Unis (USD)",
    canada: "Canada (CAD)",
    timeZone: "Fuseau horaire",
    registers: "Caisses",
    setUp: "Configurer la caisse",
    settingUp: "Configuration…",
  },
});
