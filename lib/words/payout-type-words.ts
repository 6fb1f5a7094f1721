import { defineWords, wordsIn } from "../language.ts";

/** The lines of a payout by type code: as a sum's row, and as one line. */
const typeWords = defineWords<Readonly<Record<string, { sum: string; one: string }>>>({
  en: {
    "001": { sum: "Captured", one: "Capture" },
    "002": { sum: "Refunded", one: "Refund" },
    "003": { sum: "Sezzle's fees", one: "Fee" },
    "004": { sum: "Fees returned", one: "Fee returned" },
    "005": { sum: "Chargebacks", one: "Chargeback" },
    "006": { sum: "Chargebacks reversed", one: "Chargeback reversed" },
    "007": { sum: "Corrections", one: "Correction" },
    "008": { sum: "Moved to or from the interest account", one: "Interest account" },
    "009": { sum: "Referral revenue", one: "Referral revenue" },
    "010": { sum: "Taken from the bank account", one: "From the bank account" },
    "011": { sum: "Taken from the bank account, reversed", one: "From the bank account, reversed" },
    "013": { sum: "Monthly fee", one: "Monthly fee" },
    "014": { sum: "Monthly fee refunded", one: "Monthly fee refunded" },
  },
  fr: {
    "001": { sum: "Encaissements", one: "Encaissement" },
    "002": { sum: "Remboursements", one: "Remboursement" },
    "003": { sum: "Frais de Sezzle", one: "Frais" },
    "004": { sum: "Frais rendus", one: "Frais rendus" },
    "005": { sum: "Rétrofacturations", one: "Rétrofacturation" },
    "006": { sum: "Rétrofacturations annulées", one: "Rétrofacturation annulée" },
    "007": { sum: "Corrections", one: "Correction" },
    "008": { sum: "Virements du compte d'intérêts ou vers lui", one: "Compte d'intérêts" },
    "009": { sum: "Revenus de recommandation", one: "Revenus de recommandation" },
    "010": { sum: "Prélevé sur le compte bancaire", one: "Prélèvement bancaire" },
    "011": { sum: "Prélevé sur le compte bancaire, annulé", one: "Prélèvement bancaire annulé" },
    "013": { sum: "Frais mensuels", one: "Frais mensuels" },
    "014": { sum: "Frais mensuels remboursés", one: "Frais mensuels remboursés" },
  },
});

const unknownType = defineWords({
  en: { sum: (code: string) => `Type ${code}, not known to the till`, one: (code: string) => `Type ${code}` },
  fr: { sum: (code: string) => `Type ${code}, inconnu de la caisse`, one: (code: string) => `Type ${code}` },
});

/** The type codes that have words. */
export const namedTypeCodes = Object.keys(typeWords.en);

/** What a type of lines is, in a payout's sum. */
export function lineTypeWords(typeCode: string, locale: string): string {
  return wordsIn(typeWords, locale)[typeCode]?.sum ?? wordsIn(unknownType, locale).sum(typeCode);
}

/** One line's type. */
export function oneLineWords(typeCode: string, locale: string): string {
  return wordsIn(typeWords, locale)[typeCode]?.one ?? wordsIn(unknownType, locale).one(typeCode);
}
