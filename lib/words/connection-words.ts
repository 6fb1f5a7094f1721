import { clockTime, type Place } from "./time-words.ts";

export type Connection = "connecting" | "live" | "stale" | "signed_out";

/** The connection in a word, beside its dot. */
export const connectionWords: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  stale: "No connection",
  signed_out: "Signed out",
};

/** The strip that warns of what a screen without a connection shows; null while there is nothing to warn of. */
export function connectionWarning(
  connection: Connection,
  lastHeardAt: Date | null,
  place: Place,
): string | null {
  if (connection === "signed_out") return "You are signed out here. What you see may be out of date.";
  if (connection !== "stale") return null;
  const since = lastHeardAt ? ` since ${clockTime(lastHeardAt, place)}` : "";
  return `No connection${since}. What you see may be out of date. Trying again…`;
}
