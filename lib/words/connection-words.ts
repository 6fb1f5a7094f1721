import { defineWords, wordsIn } from "../language.ts";
import { clockTime, type Place } from "./time-words.ts";

/**
 * How a screen stands to the server: `checking` after it slept, until the server is heard again; `stale` when it was not heard for
 * seconds.
 */
export type Connection = "connecting" | "live" | "checking" | "stale" | "signed_out";

/** The connection in a word beside its dot, and what the warnings about it say. */
export const connectionWords = defineWords({
  en: {
    is: {
      connecting: "Connecting…",
      live: "Live",
      checking: "Checking…",
      stale: "No connection",
      signed_out: "Signed out",
    } satisfies Record<Connection, string>,
    signedOut: "You are signed out here. What you see may be out of date.",
    stale: (since: string | null) =>
      `No connection${since ? ` since ${since}` : ""}. What you see may be out of date. Trying again…`,
    clockOff: (minutes: number, isAhead: boolean) =>
      `This device's clock is ${minutes} min ${isAhead ? "fast" : "slow"}. The times shown here are right.`,
  },
  fr: {
    is: {
      connecting: "Connexion…",
      live: "En direct",
      checking: "Vérification…",
      stale: "Hors connexion",
      signed_out: "Session fermée",
    },
    signedOut: "Votre session est fermée ici. Données peut-être périmées.",
    stale: (since) =>
      `Hors connexion${since ? ` depuis ${since}` : ""}. Données peut-être périmées. Nouvel essai…`,
    clockOff: (minutes, isAhead) =>
      `L'horloge de cet appareil ${isAhead ? "avance" : "retarde"} de ${minutes} min. Les heures affichées ici sont justes.`,
  },
});

/** The strip that warns of what a screen without a connection shows; null while there is nothing to warn of. */
export function connectionWarning(
  connection: Connection,
  lastHeardAt: Date | null,
  place: Place,
): string | null {
  const words = wordsIn(connectionWords, place.locale);
  if (connection === "signed_out") return words.signedOut;
  if (connection !== "stale") return null;
  return words.stale(lastHeardAt ? clockTime(lastHeardAt, place) : null);
}

/** From here on a device's clock is told to be off: nobody reads a minute off the wall. */
const offMs = 60_000;

/**
 * That the device's own clock is off, told beside times that people hold against it; null while it is not, or nobody does.
 * `clockOffsetMs`: how far the server's clock is ahead of the device's.
 */
export function clockWarning(clockOffsetMs: number, locale: string): string | null {
  const off = Math.abs(clockOffsetMs);
  if (off <= offMs) return null;
  return wordsIn(connectionWords, locale).clockOff(Math.round(off / 60_000), clockOffsetMs < 0);
}
