import { defineWords, wordsIn } from "../language.ts";

/** What can be refused, as a noun: "a refund". */
const actions = defineWords({
  en: {
    "sale.see": "seeing a sale",
    "sale.start": "starting a sale",
    "sale.cancel": "cancelling a sale",
    "sale.capture": "a capture",
    "sale.release": "a release",
    "sale.refund": "a refund",
    "sale.decide": "closing what is not confirmed",
    "sale.enter_order": "entering an order of Sezzle's",
    "sale.reauthorize": "having a sale approved again",
    "sale.set_reference": "setting a receipt number",
    "contact.show": "seeing a shopper's contact",
    "register.choose": "choosing a register",
    "people.see": "seeing the people",
    "people.add": "adding somebody",
    "people.rename": "changing a name",
    "people.set_role": "changing a role",
    "people.set_owner": "making an owner",
    "people.reset_password": "resetting a password",
    "people.reset_second_factor": "turning off a second factor",
    "people.set_disabled": "disabling somebody",
    "people.end_sessions": "ending somebody's sessions",
    "stores.see": "seeing the stores",
    "stores.set_capture_policy": "changing a store",
    "operator.see": "seeing how the till gets on",
    "operator.retry": "trying events again",
    "days.see": "seeing the business days",
    "days.close": "closing a business day",
    "stores.change": "changing a store",
    "stores.add": "adding a store",
    "registers.add": "adding a register",
    "registers.change": "changing a register",
    "shoppers.see": "a shopper's contact data",
    "shoppers.look_up": "looking a shopper up",
    "shoppers.erase": "erasing a shopper's contact",
    "account.prove": "changing their own sign-in",
    "account.second_factor": "a second factor",
    "today.see": "seeing the day",
    "disputes.see": "seeing the disputes",
    "payouts.see": "seeing the payouts",
    "payouts.read": "reading the payouts",
    "payouts.resolve": "working a payout through",
    "account.pin": "a PIN for approvals",
    "account.locale": "the language of their screens",
    "account.change_password": "changing their own password",
    "account.end_session": "ending one of their sessions",
    "setup.create_owner": "setting up the till",
    "refund.approve": "deciding about a refund",
    "refund.approve_by_pin": "approving a refund with the PIN",
    "refund.withdraw": "withdrawing a refund",
    "orders.export": "exporting orders",
  },
  fr: {
    "sale.see": "voir une vente",
    "sale.start": "commencer une vente",
    "sale.cancel": "annuler une vente",
    "sale.capture": "un encaissement",
    "sale.release": "une libération",
    "sale.refund": "un remboursement",
    "sale.decide": "clore ce qui n'est pas confirmé",
    "sale.enter_order": "saisir une commande de Sezzle",
    "sale.reauthorize": "faire approuver une vente de nouveau",
    "sale.set_reference": "inscrire un numéro de reçu",
    "contact.show": "voir les coordonnées d'un client",
    "register.choose": "choisir une caisse",
    "people.see": "voir le personnel",
    "people.add": "ajouter quelqu'un",
    "people.rename": "changer un nom",
    "people.set_role": "changer un rôle",
    "people.set_owner": "nommer un propriétaire",
    "people.reset_password": "réinitialiser un mot de passe",
    "people.reset_second_factor": "désactiver un deuxième facteur",
    "people.set_disabled": "désactiver quelqu'un",
    "people.end_sessions": "fermer les sessions de quelqu'un",
    "stores.see": "voir les magasins",
    "stores.set_capture_policy": "modifier un magasin",
    "operator.see": "voir l'état de la caisse",
    "operator.retry": "réessayer des événements",
    "days.see": "voir les journées",
    "days.close": "fermer une journée",
    "stores.change": "modifier un magasin",
    "stores.add": "ajouter un magasin",
    "registers.add": "ajouter une caisse",
    "registers.change": "modifier une caisse",
    "shoppers.see": "les coordonnées d'un client",
    "shoppers.look_up": "rechercher un client",
    "shoppers.erase": "effacer les coordonnées d'un client",
    "account.prove": "modifier sa propre connexion",
    "account.second_factor": "un deuxième facteur",
    "today.see": "voir la journée",
    "disputes.see": "voir les litiges",
    "payouts.see": "voir les versements",
    "payouts.read": "lire les versements",
    "payouts.resolve": "traiter un écart de versement",
    "account.pin": "un NIP pour les approbations",
    "account.locale": "la langue de ses écrans",
    "account.change_password": "changer son propre mot de passe",
    "account.end_session": "fermer une de ses sessions",
    "setup.create_owner": "configurer la caisse",
    "refund.approve": "décider d'un remboursement",
    "refund.approve_by_pin": "approuver un remboursement avec le NIP",
    "refund.withdraw": "retirer une demande de remboursement",
    "orders.export": "exporter des commandes",
  },
});

/** Something that can be refused and is written down then. */
export type RefusableAction = keyof (typeof actions)["en"];

const unknownAction = defineWords({ en: "what they asked for", fr: "ce qui était demandé" });

/** All of them. */
export const refusableActions = Object.keys(actions.en) as RefusableAction[];

/** What was asked for when it was refused, as it follows a colon: "a refund". */
export function actionWords(action: string | undefined, locale: string): string {
  return named(wordsIn(actions, locale), action) ?? wordsIn(unknownAction, locale);
}

const reasons = defineWords({
  en: {
    wrong: "wrong name or password",
    wrong_password: "wrong password",
    wrong_code: "wrong code for the second factor",
    too_many: "after too many wrong ones",
    not_allowed: "their role does not allow it",
    unknown_sale: "not in their stores",
    unknown_person: "not in their stores",
    unknown_register: "not in their stores",
    unknown_store: "no such store",
    someone_else: "the screen showed another person",
    over_refund_limit: "over the limit for a day",
    other_origin: "not from a page of this till",
    unknown_day: "no such day in their stores",
    yourself: "not on themselves",
    unknown_payout: "not in their stores",
    unknown_difference: "not in their stores",
    wrong_pin: "wrong PIN",
    cannot_approve: "no manager of this store, or without a PIN",
  },
  fr: {
    wrong: "nom ou mot de passe incorrect",
    wrong_password: "mot de passe incorrect",
    wrong_code: "code du deuxième facteur incorrect",
    too_many: "après trop d'essais incorrects",
    not_allowed: "son rôle ne le permet pas",
    unknown_sale: "pas dans ses magasins",
    unknown_person: "pas dans ses magasins",
    unknown_register: "pas dans ses magasins",
    unknown_store: "ce magasin n'existe pas",
    someone_else: "l'écran montrait une autre personne",
    over_refund_limit: "au-dessus de la limite pour une journée",
    other_origin: "pas depuis une page de cette caisse",
    unknown_day: "pas de telle journée dans ses magasins",
    yourself: "pas sur soi-même",
    unknown_payout: "pas dans ses magasins",
    unknown_difference: "pas dans ses magasins",
    wrong_pin: "NIP incorrect",
    cannot_approve: "n'est pas gérant de ce magasin, ou n'a pas de NIP",
  },
});

/** Why the door refused, from the code the history keeps; a code without words is shown as it is. */
export function refusedWhy(code: string | undefined, locale: string): string | undefined {
  return named(wordsIn(reasons, locale), code) ?? code;
}

function named(words: Readonly<Record<string, string>>, code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
}
