import { defineWords } from "../language.ts";

/** The words of one's own page, and of what is shown again before one's own door is changed. */
export const accountWords = defineWords({
  en: {
    title: "Account",
    lead: (name: string, signInName: string) => `${name} · signs in as ${signInName}`,
    back: "Back, change nothing",
    currentPassword: "Current password",
    typeCurrentPassword: "Type your current password.",
    factorCode: "Code of your second factor",
    factorCodeHint: "From your authenticator app, or a recovery code",
    typeCode: "Type a code.",
    notTheSame: "The two are not the same.",
  },
  fr: {
    title: "Compte",
    lead: (name: string, signInName: string) => `${name} · identifiant ${signInName}`,
    back: "Retour, ne rien changer",
    currentPassword: "Mot de passe actuel",
    typeCurrentPassword: "Saisissez votre mot de passe actuel.",
    factorCode: "Code du deuxième facteur",
    factorCodeHint: "De votre application d'authentification, ou un code de secours",
    typeCode: "Saisissez un code.",
    notTheSame: "Les deux ne sont pas identiques.",
  },
});

/** The words of the card on which one changes one's password. */
export const changePasswordWords = defineWords({
  en: {
    title: "Password",
    lead: "You will sign in anew on every device.",
    next: "New password",
    again: "New password again",
    act: "Change password",
    busy: "Changing…",
  },
  fr: {
    title: "Mot de passe",
    lead: "Vous devrez vous reconnecter sur chaque appareil.",
    next: "Nouveau mot de passe",
    again: "Nouveau mot de passe, encore une fois",
    act: "Changer le mot de passe",
    busy: "Changement…",
  },
});

/** The words of the card and the form on which one's PIN is chosen or removed. */
export const pinCardWords = defineWords({
  en: {
    title: "PIN",
    has: "You have a PIN.",
    hasNone: "You have no PIN.",
    lead: "With it you sign in on a tablet that is paired with a register of your store.",
    leadOfApprovers:
      "With it you sign in on a tablet that is paired with a register of your store, and approve a cashier's refund at the counter, while they stay signed in.",
    change: "Change the PIN…",
    choose: "Choose a PIN…",
    remove: "Remove the PIN…",
    chooseTitle: "Choose a PIN",
    chooseMeans: "Whoever knows it can work at the till in your name. Tell it to nobody.",
    use: "Use this PIN",
    next: "New PIN",
    again: "New PIN again",
    removeTitle: "Remove your PIN?",
    removeMeans: "You sign in with your password everywhere.",
    approversRemoveMeans:
      "You sign in with your password everywhere, and approve refunds from your own screen.",
    removeAct: "Remove it",
  },
  fr: {
    title: "NIP",
    has: "Vous avez un NIP.",
    hasNone: "Vous n'avez pas de NIP.",
    lead: "Il ouvre votre session sur une tablette jumelée à une caisse de votre magasin.",
    leadOfApprovers:
      "Il ouvre votre session sur une tablette jumelée à une caisse de votre magasin, et vous permet d'approuver au comptoir le remboursement d'un caissier, sans fermer sa session.",
    change: "Changer le NIP…",
    choose: "Choisir un NIP…",
    remove: "Supprimer le NIP…",
    chooseTitle: "Choisir un NIP",
    chooseMeans: "Qui le connaît peut travailler à la caisse en votre nom. Ne le dites à personne.",
    use: "Utiliser ce NIP",
    next: "Nouveau NIP",
    again: "Nouveau NIP, encore une fois",
    removeTitle: "Supprimer votre NIP?",
    removeMeans: "Vous ouvrirez partout votre session avec votre mot de passe.",
    approversRemoveMeans:
      "Vous ouvrirez partout votre session avec votre mot de passe, et approuverez les remboursements depuis votre propre écran.",
    removeAct: "Supprimer",
  },
});

/** The words of the card that lists where one is signed in. */
export const sessionsWords = defineWords({
  en: {
    title: "Where you are signed in",
    thisOne: "this one",
    times: (since: string, active: string) => `since ${since} · last active ${active}`,
    end: "Sign out",
    endNamed: (device: string, since: string) => `Sign out ${device}, signed in ${since}`,
    endOthers: "Sign out everywhere else",
    limits:
      "A sign-in ends by itself after two hours in which nobody touches its screen, and after fourteen hours in any case.",
  },
  fr: {
    title: "Vos sessions ouvertes",
    thisOne: "celle-ci",
    times: (since: string, active: string) => `depuis ${since} · dernière activité ${active}`,
    end: "Déconnecter",
    endNamed: (device: string, since: string) => `Déconnecter ${device}, session ouverte ${since}`,
    endOthers: "Déconnecter partout ailleurs",
    limits:
      "Une session se ferme d'elle-même après deux heures sans que personne touche l'écran, et après quatorze heures dans tous les cas.",
  },
});
