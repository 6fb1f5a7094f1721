import { AsYouType, parsePhoneNumberFromString } from "libphonenumber-js/min";

export type Country = "US" | "CA";

/** Where the link goes. `phone` is E.164. */
export type ContactAddress = { kind: "sms"; phone: string } | { kind: "email"; email: string };

export type ContactReading =
  | { kind: "sms"; phone: string; national: string }
  | { kind: "email"; email: string }
  | { kind: "incomplete" }
  | { kind: "wrong"; sentence: string };

// What the HTML standard takes for an e-mail address, with a dot asked for in the domain.
const email = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/**
 * Reads what a cashier typed as the shopper's mobile number (US or Canada, however it is written) or e-mail.
 * `incomplete` while it may still become one.
 */
export function readContact(text: string, country: Country): ContactReading {
  const typed = text.trim();
  if (typed === "") return { kind: "incomplete" };
  if (/[a-z@]/i.test(typed)) return readEmail(typed);
  const number = parsePhoneNumberFromString(typed, country);
  if (number?.countryCallingCode !== "1" && typed.startsWith("+") && !typed.startsWith("+1")) {
    return digitsOf(typed) < 7
      ? { kind: "incomplete" }
      : { kind: "wrong", sentence: "Sezzle sends texts to numbers in the US and Canada only." };
  }
  // No area code begins with a 1: such a number is still being typed with its country's code.
  const wanted = /^\D*1/.test(typed) ? 11 : 10;
  if (digitsOf(typed) < wanted) return { kind: "incomplete" };
  if (!number?.isValid() || !isAtHome(number.country)) {
    return { kind: "wrong", sentence: "This is not a mobile number in the US or Canada. Check the digits." };
  }
  return { kind: "sms", phone: number.number, national: number.formatNational() };
}

// The "+1" is shared with the Caribbean.
function isAtHome(country: string | undefined): boolean {
  return country === "US" || country === "CA";
}

function readEmail(typed: string): ContactReading {
  if (email.test(typed) && typed.length <= 254) return { kind: "email", email: typed.toLowerCase() };
  return typed.includes("@") && /@[^@]*\.[a-z]{2,}$/i.test(typed)
    ? { kind: "wrong", sentence: "This is not an e-mail address. Check the spelling." }
    : { kind: "incomplete" };
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** Writes a number the way people of the country do, as far as it is typed; e-mails stay as they are. */
export function formatAsTyped(text: string, country: Country): string {
  return /[a-z@]/i.test(text) ? text : new AsYouType(country).input(text);
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
  return parsePhoneNumberFromString(address.phone)?.formatNational() ?? address.phone;
}

/** Tells whether words name somebody's e-mail or phone number, or what looks like one. A sale's number is none. */
export function namesContact(words: string): boolean {
  if (/[^\s@]@[^\s@]+\.[a-z]{2,}/i.test(words)) return true;
  // Seven digits or more, with nothing but the signs people write phone numbers with between them.
  const numbers = words.replaceAll(/[A-Z\d]+-\d{6}-[A-Z\d]+/gi, " ").match(/\d(?:[\s().\-–]{0,3}\d){6,}/g);
  return numbers !== null;
}
