import { defineWords, wordsIn } from "../language.ts";

/** What of a reading of the payouts went wrong, as it is kept: of one payout's details, or of all of them. */
const troubles = defineWords({
  en: {
    no_details: "Sezzle says that it has no details of this payout.",
    details_refused: (status: string) =>
      `Sezzle did not give the details of this payout (it answered ${status}).`,
    details_unreadable:
      "Sezzle's details of this payout hold something that cannot be read for certain, so nothing of them was taken over.",
    own_failure: "The till itself failed while it read the payouts.",
    unreachable: "Sezzle could not be reached.",
    not_enabled: (status: string) =>
      `Sezzle does not give this merchant's payouts (it answered ${status}). Ask Sezzle whether they are enabled.`,
    refused: (status: string) => `Sezzle did not give the payouts (it answered ${status}).`,
    unreadable: "Sezzle's list of payouts could not be read.",
  },
  fr: {
    no_details: "Sezzle dit n'avoir aucun détail de ce versement.",
    details_refused: (status: string) =>
      `Sezzle n'a pas donné le détail de ce versement (réponse ${status}).`,
    details_unreadable:
      "Le détail de ce versement contient quelque chose qui ne peut pas être lu avec certitude : rien n'en a été repris.",
    own_failure: "La caisse elle-même a échoué pendant la lecture des versements.",
    unreachable: "Sezzle n'a pas pu être joint.",
    not_enabled: (status: string) =>
      `Sezzle ne donne pas les versements de ce marchand (réponse ${status}). Demandez à Sezzle s'ils sont activés.`,
    refused: (status: string) => `Sezzle n'a pas donné les versements (réponse ${status}).`,
    unreadable: "La liste des versements de Sezzle n'a pas pu être lue.",
  },
});

/** Why a payout's details could not be read, as it is kept; `status` is Sezzle's HTTP status, null where it gave none. */
export function unreadDetails(status: number | null): string {
  if (status === 404) return "no_details";
  return status !== null && status >= 400 ? `details_refused ${status}` : "details_unreadable";
}

/**
 * Why the payouts could not be read, as it is kept; `status` is null where Sezzle did not answer, undefined for a fault of the
 * till's own.
 */
export function unreadPayouts(status: number | null | undefined): string {
  if (status === undefined) return "own_failure";
  if (status === null) return "unreachable";
  if (status === 403 || status === 404) return `not_enabled ${status}`;
  return status >= 400 ? `refused ${status}` : "unreadable";
}

/** Why the payouts, or the details of one, could not be read. What was kept as a sentence stays as it was written. */
export function payoutTroubleWords(kept: string, locale: string): string {
  const [code = "", status = ""] = kept.split(" ");
  const words: Readonly<Record<string, string | ((status: string) => string)>> = wordsIn(troubles, locale);
  const found = Object.hasOwn(words, code) ? words[code] : undefined;
  return typeof found === "function" ? found(status) : (found ?? kept);
}
