import { defineWords } from "../language.ts";

/** The words of one person's page. */
export const personWords = defineWords({
  en: {
    title: "Person",
    lead: (signInName: string, presence: string) => `${signInName} · ${presence}`,
    roles: "Roles",
    signIn: "Sign-in",
    did: "What they did, and what was done",
    ownerChanges: "An owner can change this.",
    elsewhere: "They work in another store, too: an owner resets or disables them.",
    change: "Change…",
    password: "Password",
    temporary: (until: string) => `temporary, until ${until}`,
    theirOwn: "their own",
    secondFactor: "Second factor",
    on: "on",
    off: "off",
    name: "Name that colleagues see",
    save: "Save",
  },
  fr: {
    title: "Personne",
    lead: (signInName: string, presence: string) => `${signInName} · ${presence}`,
    roles: "Rôles",
    signIn: "Connexion",
    did: "Ce que la personne a fait, et ce qui a été fait",
    ownerChanges: "Un propriétaire peut changer cela.",
    elsewhere:
      "Cette personne travaille aussi dans un autre magasin : un propriétaire réinitialise ou désactive son accès.",
    change: "Changer…",
    password: "Mot de passe",
    temporary: (until: string) => `temporaire, jusqu'à ${until}`,
    theirOwn: "le sien",
    secondFactor: "Deuxième facteur",
    on: "activé",
    off: "désactivé",
    name: "Nom que voient les collègues",
    save: "Enregistrer",
  },
});
