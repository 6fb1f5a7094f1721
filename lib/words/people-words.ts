import { defineWords, wordsIn } from "../language.ts";
import type { PersonView } from "../person-view.ts";
import { personRole } from "./role-words.ts";
import { timeOrDay } from "./time-words.ts";

/** The words of the list of people, of a person's marks in it, and of adding somebody. */
export const peopleWords = defineWords({
  en: {
    title: "People",
    lead: "Who works in your stores, and as what.",
    addSomebody: "Add somebody",
    you: "you",
    disabled: "disabled",
    isNew: "has not signed in yet",
    secondFactor: "second factor",
    ownerOfAll: "Owner of all stores",
    roleIn: (role: string, store: string) => `${role} in ${store}`,
    elsewhere: "and in another store",
    nowhere: "In no store",
    notSignedIn: "not signed in",
    signedIn: (devices: number, lastActive: string) =>
      `${devices === 1 ? "signed in" : `signed in on ${devices} devices`}, last active ${lastActive}`,
    role: "Role",
    notHere: "Not here",
  },
  fr: {
    title: "Personnel",
    lead: "Qui travaille dans vos magasins, et dans quel rôle.",
    addSomebody: "Ajouter quelqu'un",
    you: "vous",
    disabled: "accès désactivé",
    isNew: "ne s'est pas encore connecté",
    secondFactor: "deuxième facteur",
    ownerOfAll: "Propriétaire de tous les magasins",
    roleIn: (role: string, store: string) => `${role} à ${store}`,
    elsewhere: "et dans un autre magasin",
    nowhere: "Dans aucun magasin",
    notSignedIn: "aucune session ouverte",
    signedIn: (devices: number, lastActive: string) =>
      `${devices === 1 ? "session ouverte" : `session ouverte sur ${devices} appareils`}, dernière activité ${lastActive}`,
    role: "Rôle",
    notHere: "Pas ici",
  },
});

/** A person's roles in a line: "Cashier in Maple Street, Manager in Harbour Road". */
export function rolesLine({ isOwner, roles, worksElsewhere }: PersonView, locale: string): string {
  const words = wordsIn(peopleWords, locale);
  if (isOwner) return words.ownerOfAll;
  const theirs = roles.flatMap(({ role, storeName }) =>
    role ? [words.roleIn(personRole(role, locale), storeName)] : [],
  );
  if (worksElsewhere) theirs.push(words.elsewhere);
  return theirs.join(", ") || words.nowhere;
}

/** Where a person is signed in, in a line: "signed in, last active 14:03". */
export function presence(person: PersonView, now: Date, locale: string): string {
  const words = wordsIn(peopleWords, locale);
  const { sessions, lastSeenAt, timeZone } = person;
  if (sessions === 0 || !lastSeenAt) return words.notSignedIn;
  return words.signedIn(sessions, timeOrDay(new Date(lastSeenAt), now, { timeZone, locale }));
}

/** The words of the sheet on which somebody is added, and of the password they are told. */
export const addPersonWords = defineWords({
  en: {
    means: "They get a temporary password and choose their own when they first sign in.",
    act: "Add",
    busy: "Adding…",
    back: "Back, add nobody",
    name: "Name",
    typeName: "Type the name that colleagues see.",
    signInName: "Sign-in name",
    signInHint: "Small letters and digits, such as alex or alex.m",
    signInFault: "2 to 40 small letters, digits, dots, dashes or underscores.",
    chooseRole: "Choose a role in at least one store.",
    tell: (name: string) => `Tell ${name} this temporary password`,
    password: "Temporary password",
    copy: "Copy",
    thePassword: "the temporary password",
    onlyNow: (name: string, until: string) =>
      `It is shown only now. With it ${name} chooses a password of their own at the next sign-in, until ${until}.`,
  },
  fr: {
    means: "La personne reçoit un mot de passe temporaire et choisit le sien à sa première connexion.",
    act: "Ajouter",
    busy: "Ajout…",
    back: "Retour, n'ajouter personne",
    name: "Nom",
    typeName: "Saisissez le nom que voient les collègues.",
    signInName: "Identifiant",
    signInHint: "Lettres minuscules et chiffres, comme alex ou alex.m",
    signInFault: "De 2 à 40 lettres minuscules, chiffres, points, tirets ou traits de soulignement.",
    chooseRole: "Choisissez un rôle dans au moins un magasin.",
    tell: (name: string) => `Donnez à ${name} ce mot de passe temporaire`,
    password: "Mot de passe temporaire",
    copy: "Copier",
    thePassword: "le mot de passe temporaire",
    onlyNow: (name: string, until: string) =>
      `Il n'est montré que maintenant. Avec lui, ${name} choisira son propre mot de passe à la prochaine connexion, jusqu'à ${until}.`,
  },
});
