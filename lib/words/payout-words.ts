import type { DifferenceKind } from "../payout.ts";

/** Why a payout's details could not be read; `status` is Sezzle's HTTP status, null where it gave none. */
export function unreadDetailsWords(status: number | null): string {
  if (status === 404) return "Sezzle says that it has no details of this payout.";
  if (status !== null && status >= 400)
    return `Sezzle did not give the details of this payout (it answered ${status}).`;
  return "Sezzle's details of this payout hold something that cannot be read for certain, so nothing of them was taken over.";
}

/** Why the payouts could not be read; `status` is null where Sezzle did not answer, undefined for a fault of the till's own. */
export function unreadPayoutsWords(status: number | null | undefined): string {
  if (status === undefined) return "The till itself failed while it read the payouts.";
  if (status === null) return "Sezzle could not be reached.";
  if (status === 403 || status === 404)
    return `Sezzle does not give this merchant's payouts (it answered ${status}). Ask Sezzle whether they are enabled.`;
  if (status >= 400) return `Sezzle did not give the payouts (it answered ${status}).`;
  return "Sezzle's list of payouts could not be read.";
}

const lineNames: Readonly<Record<string, string>> = {
  "001": "Captured",
  "002": "Refunded",
  "003": "Sezzle's fees",
  "004": "Fees returned",
  "005": "Chargebacks",
  "006": "Chargebacks reversed",
  "007": "Corrections",
  "008": "Moved to or from the interest account",
  "009": "Referral revenue",
  "010": "Taken from the bank account",
  "011": "Taken from the bank account, reversed",
  "013": "Monthly fee",
  "014": "Monthly fee refunded",
};

/** What a type of lines is, in a payout's sum. */
export function lineTypeWords(typeCode: string): string {
  return lineNames[typeCode] ?? `Type ${typeCode}, not known to the till`;
}

const lineWords: Readonly<Record<string, string>> = {
  "001": "Capture",
  "002": "Refund",
  "003": "Fee",
  "004": "Fee returned",
  "005": "Chargeback",
  "006": "Chargeback reversed",
  "007": "Correction",
  "008": "Interest account",
  "009": "Referral revenue",
  "010": "From the bank account",
  "011": "From the bank account, reversed",
  "013": "Monthly fee",
  "014": "Monthly fee refunded",
};

/** One line's type. */
export function oneLineWords(typeCode: string): string {
  return lineWords[typeCode] ?? `Type ${typeCode}`;
}

/** What differs in one line, why that may be, and what to do about it. */
export type DifferenceWords = { title: string; why: string };

const differences: Readonly<Record<DifferenceKind, DifferenceWords>> = {
  missing_capture: {
    title: "Captured, and in no payout",
    why: "It was captured more than a week ago, and no payout has it. Ask Sezzle when it is paid out.",
  },
  missing_refund: {
    title: "Refunded, and in no payout",
    why: "It was refunded more than a week ago, and no payout has taken it back. Sezzle may still do so.",
  },
  amount_differs: {
    title: "Another amount than ours",
    why: "Sezzle pays out or takes back another amount than the order shows. Compare the order with Sezzle's dashboard.",
  },
  currency_differs: {
    title: "Another currency than the sale's",
    why: "The line is in another currency than its sale, so the amounts cannot be compared.",
  },
  twice: {
    title: "There twice",
    why: "This payout or an earlier one has a line for the same thing already. Sezzle should take one of them back.",
  },
  fee_twice: {
    title: "A fee that is there twice",
    why: "The order has more equal fees than it has captures, or more returned ones than refunds.",
  },
  unknown_order: {
    title: "An order nobody here knows",
    why: "Sezzle does not show this order to the till. It may be of another account, or a mistake.",
  },
  unknown_capture: {
    title: "A capture the order does not show",
    why: "Sezzle pays out for something that its own order does not list as captured.",
  },
  unknown_refund: {
    title: "A refund we do not know",
    why: "Sezzle takes back a refund that its own order does not list. Ask Sezzle who made it.",
  },
  chargeback_without_dispute: {
    title: "A chargeback without a dispute",
    why: "Sezzle takes the amount back, and no dispute about this order was reported to the till. Look for it in Sezzle's dashboard.",
  },
  reversal_without_chargeback: {
    title: "A chargeback reversed that was never taken",
    why: "Sezzle gives back a chargeback that no payout here has.",
  },
  correction: {
    title: "A correction by Sezzle",
    why: "Sezzle corrects something it paid out before. Nothing says what: ask Sezzle, and note it here.",
  },
  interest_transfer: {
    title: "Moved to or from the interest account",
    why: "It is no sale's money. Check that it was wanted.",
  },
  referral_transfer: {
    title: "Referral revenue",
    why: "Sezzle pays for shoppers who were referred. It is no sale's money.",
  },
  bank_withdrawal: {
    title: "Taken from the bank account",
    why: "Sezzle collected what the merchant owed it from the bank account. Check the account.",
  },
  bank_withdrawal_reversal: {
    title: "Taken from the bank account, and reversed",
    why: "What Sezzle collected from the bank account did not go through. Check the account.",
  },
  monthly_fee: {
    title: "A monthly fee",
    why: "Sezzle charges it for the account. It belongs to no sale.",
  },
  monthly_fee_refund: {
    title: "A monthly fee refunded",
    why: "Sezzle gives a fee for the account back. It belongs to no sale.",
  },
  unknown_type: {
    title: "A kind of line the till does not know",
    why: "Sezzle uses a type that its documentation did not have. It is counted, and somebody has to say what it is.",
  },
  total_differs: {
    title: "A total that its lines do not come to",
    why: "Sezzle's own total is another than the sum of its lines.",
  },
  net_differs: {
    title: "The net is not the sum of the lines",
    why: "What Sezzle says it pays is another amount than all lines come to.",
  },
  summary_differs: {
    title: "List and details name different amounts",
    why: "Sezzle's list of payouts names another net than the payout's own details.",
  },
};

/** What a difference is, in words. */
export function differenceWords(kind: DifferenceKind): DifferenceWords {
  return differences[kind];
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount of a payout for people, with its sign: "$84.50", "−$43.80". Of any currency, and as large as a payout is. */
export function payoutMoney(amountCents: number, currency: string, locale = "en-US"): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency });
    formats.set(key, format);
  }
  // Nothing has no sign, also where it comes from turning one.
  return format.format((amountCents || 0) / 100).replace("-", "−");
}

/** A date without a time (`2026-11-22`) for people: "Nov 22, 2026". */
export function payoutDay(date: string, locale = "en-US"): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** How many differences are open: "3 open", "all agrees". */
export function openWords(open: number): string {
  if (open === 0) return "Nothing open";
  return open === 1 ? "1 open" : `${open} open`;
}

/** What is in a payout and no store's. */
export const ownerWords = {
  store: { title: "A store", means: "" },
  other_channel: {
    title: "Other channels",
    means: "Orders of a web shop or another till on the same account. They are kept apart from the stores.",
  },
  unknown: { title: "Unknown orders", means: "Orders that Sezzle does not show to the till." },
  no_order: { title: "No order", means: "Of the account itself, such as a monthly fee or a correction." },
} as const;
