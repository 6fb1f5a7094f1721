import { defineWords } from "../language.ts";
import type { HistoryKind } from "../sale-view.ts";
import { type HistoryFacts, type HistorySentences, ofInFrench, withDetail } from "./history-details.ts";
import { actionWords, refusedWhy } from "./refusal-words.ts";

type PersonLine = Extract<HistoryKind, `person.${string}` | `action.${string}` | `tablet.${string}`>;

/** What became of the people: who signed in, what was changed about whom, and what was refused. */
export const historyPersonWords = defineWords<HistorySentences<PersonLine>>({
  en: {
    "person.signed_in": ({ who, data }) =>
      withDetail(`${who} signed in`, data.byPin ? "with their PIN" : undefined),
    "person.signed_out": ({ who }) => ({ title: `${who} signed out` }),
    "person.sign_in_refused": ({ data, locale }) =>
      withDetail("A sign-in was refused", refusedWhy(data.code, locale)),
    "person.code_asked": ({ who }) => ({
      title: `${who} was asked for a code`,
      detail: "the password was right",
    }),
    "person.password_changed": ({ who }) => ({ title: `${who} chose a new password` }),
    "person.password_reset": (it) => ({ title: `${it.who} gave ${whom(it)} a temporary password` }),
    "person.disabled": ({ who, line }) => ({
      title: line.about ? `${who} disabled ${line.about}` : `${who} can no longer sign in`,
    }),
    "person.enabled": (it) => ({ title: `${it.who} let ${whom(it)} sign in again` }),
    "person.created": ({ who, line }) => ({
      title: line.about ? `${who} added ${line.about}` : `${who} was added`,
    }),
    "person.renamed": (it) => ({
      title: `${it.who} renamed ${it.data.fromName ?? "somebody"} to ${it.data.toName ?? whom(it)}`,
    }),
    "person.role_changed": (it) => ({ title: `${it.who} made ${whom(it)} ${newRole(it)}` }),
    "person.sessions_ended": ({ who, line }) => ({
      title: `${who} ended sessions${line.about ? ` of ${line.about}` : ""}`,
    }),
    "person.second_factor_on": ({ who }) => ({ title: `${who} turned on their second factor` }),
    "person.second_factor_off": ({ who, line }) => ({
      title: `${who} turned off ${line.about ? `${line.about}'s` : "their"} second factor`,
    }),
    "person.recovery_codes_made": ({ who }) => ({ title: `${who} made new recovery codes` }),
    "person.recovery_code_used": ({ who }) => ({ title: `${who} used a recovery code` }),
    "person.pin_chosen": ({ who }) => ({ title: `${who} chose a PIN` }),
    "person.pin_removed": ({ who }) => ({ title: `${who} removed their PIN` }),
    "person.pin_opened": ({ who, line }) => ({
      title: `${who} opened the PIN of ${line.about ?? "somebody"} again`,
    }),
    "tablet.paired": ({ who, line, data }) =>
      withDetail(`${who} paired a tablet with ${line.register ?? "a register"}`, data.device),
    "tablet.unpaired": ({ who, line, data }) =>
      withDetail(`${who} unpaired a tablet from ${line.register ?? "a register"}`, data.device),
    "action.refused": ({ who, line, data, locale }) =>
      withDetail(
        `${who} was refused: ${actionWords(data.action, locale)}${line.about ? ` of ${line.about}` : ""}`,
        data.message ?? refusedWhy(data.code, locale),
      ),
  },
  fr: {
    "person.signed_in": ({ who, data }) =>
      withDetail(`${who} a ouvert sa session`, data.byPin ? "avec son NIP" : undefined),
    "person.signed_out": ({ who }) => ({ title: `${who} a fermé sa session` }),
    "person.sign_in_refused": ({ data, locale }) =>
      withDetail("Une connexion a été refusée", refusedWhy(data.code, locale)),
    "person.code_asked": ({ who }) => ({
      title: `Un code a été demandé à ${who}`,
      detail: "le mot de passe était le bon",
    }),
    "person.password_changed": ({ who }) => ({ title: `${who} a choisi un nouveau mot de passe` }),
    "person.password_reset": (it) => ({
      title: `${it.who} a donné un mot de passe temporaire à ${whomInFrench(it)}`,
    }),
    "person.disabled": ({ who, line }) => ({
      title: line.about ? `${who} a désactivé ${line.about}` : `${who} ne peut plus ouvrir de session`,
    }),
    "person.enabled": (it) => ({
      title: `${it.who} a permis à ${whomInFrench(it)} d'ouvrir de nouveau une session`,
    }),
    "person.created": ({ who, line }) => ({
      title: line.about ? `${who} a ajouté ${line.about}` : `Le compte ${ofInFrench(who)} a été créé`,
    }),
    "person.renamed": (it) => ({
      title: `${it.who} a changé le nom ${ofInFrench(it.data.fromName ?? "quelqu'un")} : ${it.data.toName ?? whomInFrench(it)}`,
    }),
    "person.role_changed": (it) => ({ title: `${it.who} ${newRoleInFrench(it)}` }),
    "person.sessions_ended": ({ who, line }) => ({
      title: `${who} a fermé des sessions${line.about ? ` ${ofInFrench(line.about)}` : ""}`,
    }),
    "person.second_factor_on": ({ who }) => ({ title: `${who} a activé son deuxième facteur` }),
    "person.second_factor_off": ({ who, line }) => ({
      title: line.about
        ? `${who} a désactivé le deuxième facteur ${ofInFrench(line.about)}`
        : `${who} a désactivé son deuxième facteur`,
    }),
    "person.recovery_codes_made": ({ who }) => ({ title: `${who} a créé de nouveaux codes de secours` }),
    "person.recovery_code_used": ({ who }) => ({ title: `${who} a utilisé un code de secours` }),
    "person.pin_chosen": ({ who }) => ({ title: `${who} a choisi un NIP` }),
    "person.pin_removed": ({ who }) => ({ title: `${who} a supprimé son NIP` }),
    "person.pin_opened": ({ who, line }) => ({
      title: `${who} a rouvert le NIP de ${line.about ?? "quelqu'un"}`,
    }),
    "tablet.paired": ({ who, line, data }) =>
      withDetail(`${who} a jumelé une tablette à ${line.register ?? "une caisse"}`, data.device),
    "tablet.unpaired": ({ who, line, data }) =>
      withDetail(`${who} a dissocié une tablette de ${line.register ?? "une caisse"}`, data.device),
    "action.refused": ({ who, line, data, locale }) =>
      withDetail(
        `Refusé à ${who} : ${actionWords(data.action, locale)}${line.about ? ` (${line.about})` : ""}`,
        data.message ?? refusedWhy(data.code, locale),
      ),
  },
});

function whom({ line }: HistoryFacts): string {
  return line.about ?? "somebody";
}

function whomInFrench({ line }: HistoryFacts): string {
  return line.about ?? "quelqu'un";
}

function newRole({ data: { role, store } }: HistoryFacts): string {
  if (role === "owner") return "an owner";
  const place = store ? ` in ${store}` : "";
  return role ? `a ${role}${place}` : store ? `no longer part of ${store}` : "no longer an owner";
}

function newRoleInFrench(it: HistoryFacts): string {
  const { role, store } = it.data;
  const to = `à ${whomInFrench(it)}`;
  if (role === "owner") return `a donné ${to} le rôle de propriétaire`;
  if (role) {
    const name = role === "manager" ? "gérant" : "caissier";
    return `a donné ${to} le rôle de ${name}${store ? ` dans ${store}` : ""}`;
  }
  return store ? `a retiré ${to} son rôle dans ${store}` : `a retiré ${to} le rôle de propriétaire`;
}
