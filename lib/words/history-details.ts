import type { ConfirmedBy, HistoryData } from "../sale-view.ts";

/** How Sezzle confirmed what a line tells. */
export function confirmedHow(by: ConfirmedBy | undefined): string | undefined {
  switch (by) {
    case "webhook":
      return "webhook, then asked";
    case "poll":
      return "regular check";
    case "operation":
      return "asked after the request";
    case "person":
      return "asked on request";
    case "start":
      return "asked when the till started";
    case undefined:
      return undefined;
  }
}

/** How an operation's end became known. */
export function settledWords(data: HistoryData): string | undefined {
  if (data.settledBy === "reply") return "Sezzle's answer";
  return data.settledBy === "order" ? "Sezzle's order shows it" : undefined;
}

/** Sezzle's words about a refusal, with what its support asks for. */
export function refusalWords(data: HistoryData): string | undefined {
  return (
    [data.message, data.debugUuid ? `debug ${data.debugUuid}` : null].filter(Boolean).join(" · ") || undefined
  );
}

/** Where a movement was made that is not of this till. */
export function sourceWords(source: string | null | undefined): string | undefined {
  if (source === "dashboard") return "in Sezzle's dashboard";
  if (source === "gateway") return "through Sezzle's gateway";
  return source ? `source: ${source}` : undefined;
}

/** How a link went out. */
export function channelWords(data: HistoryData): string {
  if (data.channel === "sms") return " by text";
  return data.channel === "email" ? " by e-mail" : "";
}

/** The reason a person gave. */
export function reasonWords(data: HistoryData): string | undefined {
  return data.reason ? `reason: ${data.reason}` : undefined;
}
