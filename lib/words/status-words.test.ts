import { describe, expect, test } from "vitest";
import { locales } from "../language.ts";
import { type SaleStatus, saleStatuses } from "../order-state.ts";
import { statusWords, type Tone } from "./status-words.ts";

test.each<[SaleStatus, english: string, french: string, Tone]>([
  ["creating", "Sending…", "Envoi…", "waiting"],
  ["unconfirmed", "Not sure it was sent", "Envoi incertain", "unconfirmed"],
  ["failed", "Not sent", "Non envoyé", "refused"],
  ["link_sent", "Waiting for shopper", "En attente du client", "waiting"],
  ["checking", "Checking…", "Vérification…", "waiting"],
  ["denied", "Not approved", "Non approuvé", "refused"],
  ["cancelled", "Cancelled", "Annulé", "idle"],
  ["checkout_expired", "Link expired", "Lien expiré", "idle"],
  ["authorized", "Approved", "Approuvé", "approved"],
  ["partially_captured", "Part taken", "Encaissé en partie", "attention"],
  ["captured", "Paid", "Payé", "paid"],
  ["released", "Not charged", "Non facturé", "idle"],
  ["authorization_expired", "Not charged", "Non facturé", "idle"],
  ["partially_refunded", "Partly refunded", "Remboursé en partie", "paid"],
  ["refunded", "Refunded", "Remboursé", "idle"],
])("%s reads %s, and %s in French", (status, english, french, tone) => {
  expect(statusWords(status, "en-US")).toMatchObject({ label: english, tone });
  expect(statusWords(status, "en-CA")).toEqual(statusWords(status, "en-US"));
  expect(statusWords(status, "fr-CA")).toMatchObject({ label: french, tone });
});

describe.each(locales)("in %s", (locale) => {
  test.each([...saleStatuses])(
    "%s says what it means, what to say and what to do, in whole sentences",
    (status) => {
      const { means, say, next } = statusWords(status, locale);
      for (const sentence of [means, say, next]) expect(sentence).toMatch(/^[A-ZÀÉ].*[.!?]$/);
    },
  );

  test("a denial blames nobody", () => {
    const { label, means, say, next } = statusWords("denied", locale);
    expect([label, means, say, next].join(" ")).not.toMatch(
      /declined|credit|rejected|refused|your account|limit|refus|crédit|rejet|votre compte/i,
    );
  });
});

test.each([...saleStatuses])("%s says something else in French than in English", (status) => {
  const english = statusWords(status, "en-CA");
  const french = statusWords(status, "fr-CA");
  for (const part of ["label", "means", "say", "next"] as const) expect(french[part]).not.toBe(english[part]);
});

test.each(saleStatuses.filter((it) => !["captured", "partially_refunded"].includes(it)))(
  "only money that was taken reads as paid: %s does not",
  (status) => {
    expect(statusWords(status, "en-US").tone).not.toBe("paid");
  },
);
