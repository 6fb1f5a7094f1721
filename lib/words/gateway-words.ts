import { type Place, timeOrDay } from "./time-words.ts";

/** Sezzle does not answer: since when, what that means for the money, and what to do. */
export function gatewayDownWords(
  since: Date,
  now: Date,
  place: Place,
): { happened: string; money: string; next: string } {
  return {
    happened: `Sezzle has not answered since ${timeOrDay(since, now, place)}.`,
    money:
      "Nothing is lost: what was asked for is kept, and settled as soon as Sezzle answers. New links cannot be sent.",
    next: "New sales: take another way to pay, or wait. Sales that are not confirmed: wait for them.",
  };
}

/** What is said, once, when it is over. */
export const gatewayBackWords = "Sezzle answers again.";
