import type { Problem } from "#lib/problem.ts";

const nothingSentInFrench = "Rien n'a été envoyé à Sezzle.";

export const signedOut: Problem = {
  code: "signed_out",
  happened: "You are signed out.",
  money: "Nothing was sent to Sezzle.",
  next: "Sign in again. The sale is as it was.",
  fr: {
    happened: "Votre session est fermée.",
    money: nothingSentInFrench,
    next: "Connectez-vous de nouveau. La vente est telle qu'elle était.",
  },
};

export const unreadable: Problem = {
  code: "unreadable",
  happened: "The till did not understand what was sent.",
  money: "Nothing was sent to Sezzle.",
  next: "Load this page again and try once more.",
  fr: {
    happened: "La caisse n'a pas compris ce qui a été envoyé.",
    money: nothingSentInFrench,
    next: "Rechargez cette page et réessayez.",
  },
};

export const otherOrigin: Problem = {
  code: "other_origin",
  happened: "This was not sent by a page of this till.",
  money: "Nothing was sent to Sezzle.",
  next: "Open the till itself and try there.",
  fr: {
    happened: "Cela n'a pas été envoyé par une page de cette caisse.",
    money: nothingSentInFrench,
    next: "Ouvrez la caisse elle-même et réessayez là.",
  },
};

export const noRegister: Problem = {
  code: "no_register",
  happened: "This tablet does not know which register it is.",
  money: "Nothing was sent to Sezzle.",
  next: "Choose the register, then try again.",
  fr: {
    happened: "Cette tablette ne sait pas quelle caisse elle est.",
    money: nothingSentInFrench,
    next: "Choisissez la caisse, puis réessayez.",
  },
};

export const notAllowed: Problem = {
  code: "not_allowed",
  happened: "Your role in this store does not allow this.",
  money: "Nothing was sent to Sezzle.",
  next: "Ask a manager.",
  fr: {
    happened: "Votre rôle dans ce magasin ne le permet pas.",
    money: nothingSentInFrench,
    next: "Demandez à un gérant.",
  },
};

/** Who is signed in with a PIN may do the till's work alone. */
export const passwordNeeded: Problem = {
  code: "password_needed",
  happened: "Your PIN is for the till's work. This needs your password.",
  money: "Nothing was sent to Sezzle.",
  next: "Lock the tablet and sign in with your password.",
  fr: {
    happened: "Votre NIP sert au travail à la caisse. Ceci demande votre mot de passe.",
    money: "Rien n'a été envoyé à Sezzle.",
    next: "Verrouillez la tablette et ouvrez la session avec votre mot de passe.",
  },
};

export const unknownSale: Problem = {
  code: "unknown_sale",
  happened: "There is no such sale in your stores.",
  money: "Nothing was sent to Sezzle.",
  next: "Go back to the till and open the sale from its list.",
  fr: {
    happened: "Cette vente n'existe pas dans vos magasins.",
    money: nothingSentInFrench,
    next: "Revenez à la caisse et ouvrez la vente depuis sa liste.",
  },
};

export const unknownPerson: Problem = {
  code: "unknown_person",
  happened: "There is no such person in your stores.",
  money: "Nothing has changed.",
  next: "Go back to the list of people.",
  fr: {
    happened: "Cette personne n'existe pas dans vos magasins.",
    money: "Rien n'a changé.",
    next: "Revenez à la liste des personnes.",
  },
};

export const unknownStore: Problem = {
  code: "unknown_store",
  happened: "There is no such store.",
  money: "Nothing has changed.",
  next: "Load this page again.",
  fr: { happened: "Ce magasin n'existe pas.", money: "Rien n'a changé.", next: "Rechargez cette page." },
};

export const unexpected: Problem = {
  code: "unexpected",
  happened: "Something went wrong in the till itself.",
  money: "What was sent to Sezzle, if anything, is shown on the sale.",
  next: "Look at the sale. If it does not show what you asked for, try again.",
  fr: {
    happened: "Un problème est survenu dans la caisse elle-même.",
    money: "Ce qui a été envoyé à Sezzle, s'il y a lieu, est indiqué sur la vente.",
    next: "Regardez la vente. Si elle n'indique pas ce que vous avez demandé, réessayez.",
  },
};

/** Whether what was asked for was still written down is not known here: pressed again, it is found. */
export const noDatabase: Problem = {
  code: "no_database",
  happened: "The till cannot reach its database at this moment.",
  money: "What was sent to Sezzle, if anything, will be shown on the sale.",
  next: "Wait a moment, then press again: nothing is done twice.",
  fr: {
    happened: "La caisse ne peut pas joindre sa base de données en ce moment.",
    money: "Ce qui a été envoyé à Sezzle, s'il y a lieu, sera indiqué sur la vente.",
    next: "Attendez un instant, puis appuyez de nouveau : rien n'est fait deux fois.",
  },
};

/** The cookie belongs to somebody else than the screen showed. */
export function someoneElse(name: string): Problem {
  return {
    code: "someone_else",
    happened: `This tablet is now signed in as ${name}, not as the person this screen shows.`,
    money: "Nothing was sent to Sezzle.",
    next: "Load this page again, then decide again.",
    fr: {
      happened: `La session ouverte sur cette tablette est maintenant celle de ${name}, et non celle de la personne affichée à l'écran.`,
      money: nothingSentInFrench,
      next: "Rechargez cette page, puis décidez de nouveau.",
    },
  };
}
