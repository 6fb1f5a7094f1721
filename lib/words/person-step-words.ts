import { defineWords } from "../language.ts";
import type { StaffRole } from "../people.ts";

/** A step on a person in words: the button, the question and both its answers. */
export type StepWords = {
  label: string;
  title: (name: string) => string;
  means: (name: string) => string;
  act: string;
  safe: string;
};

export type PersonStepName =
  | "reset_password"
  | "reset_second_factor"
  | "open_pin"
  | "end_sessions"
  | "disable"
  | "enable"
  | "make_owner"
  | "take_owner";

/** What can be done to a person, each asked about once. */
export const personStepWords = defineWords<Record<PersonStepName, StepWords>>({
  en: {
    reset_password: {
      label: "Reset password…",
      title: (name) => `Reset ${name}'s password?`,
      means: (name) =>
        `You get a temporary password to tell ${name}. The one they have stops working, and they are signed out everywhere.`,
      act: "Reset the password",
      safe: "Keep the password",
    },
    reset_second_factor: {
      label: "Turn off second factor…",
      title: (name) => `Turn off ${name}'s second factor?`,
      means: (name) =>
        `Do this only when ${name} has lost both the app and the recovery codes, and you are sure who asks. They are signed out everywhere.`,
      act: "Turn it off",
      safe: "Keep it on",
    },
    open_pin: {
      label: "Open the PIN again…",
      title: (name) => `Open ${name}'s PIN again?`,
      means: (name) =>
        `There were too many wrong tries. ${name} can type their PIN again at once, on every tablet.`,
      act: "Open the PIN again",
      safe: "Leave it shut",
    },
    end_sessions: {
      label: "Sign out everywhere…",
      title: (name) => `Sign ${name} out everywhere?`,
      means: () => "Their open tills end within a second. They can sign in again.",
      act: "Sign them out",
      safe: "Leave them signed in",
    },
    disable: {
      label: "Disable…",
      title: (name) => `Disable ${name}?`,
      means: (name) =>
        `${name} can no longer sign in, and their open tills end within a second. What they did stays in the history.`,
      act: "Disable",
      safe: "Leave as it is",
    },
    enable: {
      label: "Let sign in again…",
      title: (name) => `Let ${name} sign in again?`,
      means: () => "With the password they had. Reset it if they no longer know it.",
      act: "Let them sign in",
      safe: "Keep them out",
    },
    make_owner: {
      label: "Make an owner…",
      title: (name) => `Make ${name} an owner?`,
      means: () => "An owner may do everything in every store, and manage everybody, you too.",
      act: "Make an owner",
      safe: "Leave as it is",
    },
    take_owner: {
      label: "No longer an owner…",
      title: (name) => `Take ownership from ${name}?`,
      means: () => "They keep the roles they have in single stores.",
      act: "Take it",
      safe: "Leave as it is",
    },
  },
  fr: {
    reset_password: {
      label: "Réinitialiser le mot de passe…",
      title: (name) => `Réinitialiser le mot de passe pour ${name}?`,
      means: (name) =>
        `Vous recevez un mot de passe temporaire à donner à ${name}. Celui d'avant ne fonctionne plus, et toutes ses sessions se ferment.`,
      act: "Réinitialiser le mot de passe",
      safe: "Garder le mot de passe",
    },
    reset_second_factor: {
      label: "Désactiver le deuxième facteur…",
      title: (name) => `Désactiver le deuxième facteur pour ${name}?`,
      means: (name) =>
        `Ne le faites que si ${name} a perdu l'application et les codes de secours, et que vous savez avec certitude qui le demande. Toutes ses sessions se ferment.`,
      act: "Désactiver",
      safe: "Le laisser activé",
    },
    open_pin: {
      label: "Rouvrir le NIP…",
      title: (name) => `Rouvrir le NIP de ${name}?`,
      means: (name) =>
        `Il y a eu trop d'essais erronés. ${name} peut de nouveau entrer son NIP tout de suite, sur toutes les tablettes.`,
      act: "Rouvrir le NIP",
      safe: "Le laisser fermé",
    },
    end_sessions: {
      label: "Déconnecter partout…",
      title: (name) => `Déconnecter ${name} partout?`,
      means: () => "Ses caisses ouvertes se ferment en moins d'une seconde. La personne peut se reconnecter.",
      act: "Déconnecter",
      safe: "Laisser les sessions ouvertes",
    },
    disable: {
      label: "Désactiver l'accès…",
      title: (name) => `Désactiver l'accès pour ${name}?`,
      means: (name) =>
        `${name} ne peut plus se connecter, et ses caisses ouvertes se ferment en moins d'une seconde. Ce qui a été fait reste dans l'historique.`,
      act: "Désactiver l'accès",
      safe: "Laisser tel quel",
    },
    enable: {
      label: "Permettre de se reconnecter…",
      title: (name) => `Permettre à ${name} de se reconnecter?`,
      means: () => "Avec le mot de passe d'avant. Réinitialisez-le si la personne ne le connaît plus.",
      act: "Permettre la connexion",
      safe: "Garder l'accès fermé",
    },
    make_owner: {
      label: "Nommer propriétaire…",
      title: (name) => `Nommer ${name} propriétaire?`,
      means: () =>
        "Un propriétaire peut tout faire dans chaque magasin, et gérer tout le monde, vous compris.",
      act: "Nommer propriétaire",
      safe: "Laisser tel quel",
    },
    take_owner: {
      label: "Retirer le titre de propriétaire…",
      title: (name) => `Retirer à ${name} le titre de propriétaire?`,
      means: () => "La personne garde ses rôles dans chacun des magasins.",
      act: "Retirer",
      safe: "Laisser tel quel",
    },
  },
});

type RoleStepWords = {
  label: string;
  give: (name: string, store: string) => string;
  may: (name: string, store: string) => string;
  act: string;
};

/** Another role in a store, or none any more. */
export const roleStepWords = defineWords<
  Record<StaffRole, RoleStepWords> & { none: RoleStepWords; safe: string }
>({
  en: {
    cashier: {
      label: "Role",
      give: (name, store) => `Make ${name} a cashier in ${store}?`,
      may: (name, store) =>
        `${name} can take and cancel payments in ${store}, and refund up to the store's limit.`,
      act: "Make a cashier",
    },
    manager: {
      label: "Role",
      give: (name, store) => `Make ${name} a manager in ${store}?`,
      may: (name, store) =>
        `${name} can do everything in ${store}: refund without limit, and manage its cashiers.`,
      act: "Make a manager",
    },
    none: {
      label: "Role",
      give: (name, store) => `Take ${name} out of ${store}?`,
      may: (name, store) => `${name} no longer sees ${store}; a till they have open there ends.`,
      act: "Take them out",
    },
    safe: "Leave as it is",
  },
  fr: {
    cashier: {
      label: "Rôle",
      give: (name, store) => `Donner à ${name} le rôle de caissier à ${store}?`,
      may: (name, store) =>
        `${name} peut prendre et annuler des paiements à ${store}, et rembourser jusqu'à la limite du magasin.`,
      act: "Donner le rôle de caissier",
    },
    manager: {
      label: "Rôle",
      give: (name, store) => `Donner à ${name} le rôle de gérant à ${store}?`,
      may: (name, store) =>
        `${name} peut tout faire à ${store} : rembourser sans limite, et gérer ses caissiers.`,
      act: "Donner le rôle de gérant",
    },
    none: {
      label: "Rôle",
      give: (name, store) => `Retirer ${name} du magasin ${store}?`,
      may: (name, store) => `${name} ne voit plus ${store}; une caisse ouverte là-bas se ferme.`,
      act: "Retirer",
    },
    safe: "Laisser tel quel",
  },
});
