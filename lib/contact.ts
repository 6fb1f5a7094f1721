import { formatInternational, formatNational, isNorthAmericanNumber } from "./north-american-number.ts";

export type Country = "US" | "CA";

/** Where the link goes. `phone` is E.164. */
export type ContactAddress = { kind: "sms"; phone: string } | { kind: "email"; email: string };

export type ContactReading =
  | { kind: "sms"; phone: string; national: string }
  | { kind: "email"; email: string }
  | { kind: "incomplete" }
  | { kind: "wrong"; fault: ContactFault };

/** What is wrong: a number of another country, no number of a phone, no e-mail address. `contactWords` says so. */
export type ContactFault = "foreign" | "number" | "email";

const digitsInNumber = 10;

// What the HTML standard takes for an e-mail address, with a dot asked for in the domain.
const email = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/**
 * Reads what a cashier typed as the shopper's mobile number (US or Canada, however it is written) or e-mail.
 * `incomplete` while it may still become one.
 */
export function readContact(text: string): ContactReading {
  const typed = text.trim();
  if (typed === "") return { kind: "incomplete" };
  if (/[a-z@]/i.test(typed)) return readEmail(typed);
  const digits = digitsOf(typed);
  if (typed.startsWith("+") && digits !== "" && !digits.startsWith("1"))
    return digits.length < 7 ? { kind: "incomplete" } : { kind: "wrong", fault: "foreign" };
  // No area code begins with a 1: such a number is still being typed with its country's code.
  const national = digits.startsWith("1") ? digits.slice(1) : digits;
  if (national.length < digitsInNumber) return { kind: "incomplete" };
  if (!isNorthAmericanNumber(national)) return { kind: "wrong", fault: "number" };
  return { kind: "sms", phone: `+1${national}`, national: formatNational(national) };
}

function readEmail(typed: string): ContactReading {
  if (email.test(typed) && typed.length <= 254) return { kind: "email", email: typed.toLowerCase() };
  return typed.includes("@") && /@[^@]*\.[a-z]{2,}$/i.test(typed)
    ? { kind: "wrong", fault: "email" }
    : { kind: "incomplete" };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Writes a number the way people of both countries do, as far as it is typed; e-mails and what is too long stay as they are. */
export function formatAsTyped(text: string): string {
  if (/[a-z@]/i.test(text)) return text;
  const digits = digitsOf(text);
  const hasCountry = digits.startsWith("1");
  const national = hasCountry ? digits.slice(1) : digits;
  const isAbroad = text.trim().startsWith("+");
  if (isAbroad && !hasCountry) return `+${digits}`;
  if (national.length > digitsInNumber) return isAbroad ? `+${digits}` : digits;
  if (isAbroad) return formatInternational(national);
  return hasCountry ? `1 ${formatNational(national)}`.trim() : formatNational(national);
}

/** The contact with all but what tells two shoppers apart hidden: "(•••) •••-0147", "j•••@example.com". */
export function maskContact(address: ContactAddress): string {
  if (address.kind === "sms") return `(•••) •••-${address.phone.slice(-4)}`;
  const at = address.email.lastIndexOf("@");
  return `${address.email.slice(0, 1)}•••${address.email.slice(at)}`;
}

/** A whole contact as people of the country write it: "(612) 555-0147", "ada@example.com". */
export function formatContact(address: ContactAddress): string {
  if (address.kind === "email") return address.email;
  const national = address.phone.replace(/^\+1(?=\d{10}$)/, "");
  return national === address.phone ? address.phone : formatNational(national);
}

/** Tells whether words name somebody's e-mail or phone number, or what looks like one. A sale's number is none. */
export function namesContact(words: string): boolean {
  if (/[^\s@]@[^\s@]+\.[a-z]{2,}/i.test(words)) return true;
  // Seven digits or more, with nothing but the signs people write phone numbers with between them.
  const numbers = words.replaceAll(/[A-Z\d]+-\d{6}-[A-Z\d]+/gi, " ").match(/\d(?:[\s().\-–]{0,3}\d){6,}/g);
  return numbers !== null;
}
