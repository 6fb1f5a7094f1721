import { wordsIn } from "./language.ts";
import { passwordWords } from "./words/password-words.ts";

/** The shortest password a person may choose. */
export const shortestPassword = 10;
const longestPassword = 200;

/** Whether a password will do for somebody who signs in with a name. */
export function isGoodPassword(password: string, signInName: string): boolean {
  return passwordFault(password, signInName) === null;
}

/** Why a new password will not do, in one sentence; null when it will. */
export function passwordComplaint(password: string, signInName: string, locale: string): string | null {
  const words = wordsIn(passwordWords, locale);
  switch (passwordFault(password, signInName)) {
    case "short":
      return words.short(shortestPassword);
    case "long":
      return words.long(longestPassword);
    case "names_person":
      return words.namesPerson;
    case null:
      return null;
  }
}

/** What a password has to be at least, for those who choose one. */
export function passwordHint(locale: string): string {
  return wordsIn(passwordWords, locale).hint(shortestPassword);
}

function passwordFault(password: string, signInName: string): "short" | "long" | "names_person" | null {
  if (password.length < shortestPassword) return "short";
  if (password.length > longestPassword) return "long";
  return password.toLowerCase().includes(signInName.toLowerCase()) ? "names_person" : null;
}
