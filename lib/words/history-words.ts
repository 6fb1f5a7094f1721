import { formatMoney } from "../money.ts";
import type { ConfirmedBy, HistoryData, HistoryLineView } from "../sale-view.ts";
import { operationNoun } from "./operation-words.ts";
import { statusWords } from "./status-words.ts";

export type HistorySentence = { title: string; detail?: string };

/** One line of a sale's history in words: what happened and, where there is one, how it became known or why. */
export function historySentence(line: HistoryLineView, locale = "en-US"): HistorySentence {
  const { data } = line;
  const who = line.person ?? "The till";
  const amount =
    data.amountCents !== undefined && data.currency
      ? formatMoney(data.amountCents, data.currency, locale)
      : null;
  switch (line.kind) {
    case "sale.started":
      return { title: amount ? `${who} started a sale of ${amount}` : `${who} started a sale` };
    case "operation.prepared":
      return withDetail(`${who} ${askedFor(data, amount)}`, reasonWords(data));
    case "operation.succeeded":
      return withDetail(done(data, amount), settledWords(data));
    case "operation.rejected":
      if (data.code === "not_sent" || data.code === "wrong_merchant") {
        return { title: `The ${nounOf(data, amount)} did not reach Sezzle`, detail: "nothing was done" };
      }
      return withDetail(`Sezzle refused the ${nounOf(data, amount)}`, refusalWords(data));
    case "operation.unconfirmed":
      return {
        title: `The answer to the ${nounOf(data, amount)} was lost`,
        detail: "not known whether it went through",
      };
    case "operation.abandoned":
      return { title: `The ${nounOf(data, amount)} was never sent`, detail: "nothing reached Sezzle" };
    case "operation.repeated":
      return {
        title: `${who} had the ${nounOf(data, amount)} asked for again`,
        detail: "the same request, not a second one",
      };
    case "order.adopted":
      return { title: "Sezzle's order for this sale was found", detail: confirmedHow(data.confirmedBy) };
    case "order.changed":
      return withDetail(changed(data, locale), confirmedHow(data.confirmedBy));
    case "order.second":
      return {
        title: amount
          ? `Sezzle approved ${amount} on another order of this sale`
          : "Sezzle shows a second order for this sale",
        detail: "a manager should look at both before anything is captured",
      };
    case "movement.elsewhere":
      // An authorization that runs out is released by Sezzle itself, which tells it apart from nothing else.
      if (data.movement === "release") {
        return {
          title: `${amount ?? "An amount"} was let go at Sezzle`,
          detail: "time ran out, or released in Sezzle's dashboard",
        };
      }
      return withDetail(
        `A ${data.movement ?? "change"}${amount ? ` of ${amount}` : ""} was made outside this till`,
        sourceWords(data.source),
      );
    case "person.signed_in":
      return { title: `${who} signed in` };
    case "person.signed_out":
      return { title: `${who} signed out` };
    case "person.sign_in_refused":
      return withDetail("A sign-in was refused", data.message);
    case "person.password_changed":
      return { title: `${who} changed their password` };
    case "person.disabled":
      return { title: `${who} can no longer sign in` };
    case "person.created":
      return { title: `${who} was added` };
    case "action.refused":
      return withDetail(
        data.action ? `${who} was not allowed: ${data.action}` : `${who} was not allowed to do this`,
        data.message,
      );
  }
}

function withDetail(title: string, detail: string | undefined): HistorySentence {
  return detail ? { title, detail } : { title };
}

function nounOf(data: HistoryData, amount: string | null): string {
  return data.operation ? operationNoun(data.operation, amount) : "request";
}

function channelWords(data: HistoryData): string {
  if (data.channel === "sms") return " by text";
  return data.channel === "email" ? " by e-mail" : "";
}

function askedFor(data: HistoryData, amount: string | null): string {
  switch (data.operation) {
    case "open_checkout":
      return `asked Sezzle to send a link${channelWords(data)}`;
    case "cancel_checkout":
      return "asked to cancel the sale";
    case "set_reference":
      return data.referenceId
        ? `asked to set the receipt number ${data.referenceId}`
        : "asked to set the receipt number";
    case "capture":
    case "release":
    case "refund":
      return `asked to ${data.operation} ${amount ?? "an amount"}`;
    case undefined:
      return "asked Sezzle for something";
  }
}

function done(data: HistoryData, amount: string | null): string {
  switch (data.operation) {
    case "open_checkout":
      return `Sezzle sent the link${channelWords(data)}`;
    case "cancel_checkout":
      return "The link was cancelled";
    case "set_reference":
      return data.referenceId ? `Receipt number set to ${data.referenceId}` : "Receipt number set";
    case "capture":
      return `${amount ?? "The amount"} captured`;
    case "release":
      return `${amount ?? "The amount"} released`;
    case "refund":
      return `${amount ?? "The amount"} refunded`;
    case undefined:
      return "Sezzle accepted the request";
  }
}

function changed(data: HistoryData, locale: string): string {
  const { amounts, currency, to } = data;
  if (!to) return "Sezzle's order changed";
  const money = (cents: number) => (currency ? formatMoney(cents, currency, locale) : null);
  if (amounts && currency) {
    if (to === "authorized") return `Sezzle approved ${money(amounts.authorizedCents)}`;
    if (to === "partially_captured")
      return `${money(amounts.capturedCents)} of ${money(amounts.authorizedCents)} is taken`;
    if (to === "captured") return `Paid: ${money(amounts.capturedCents)}`;
    if (to === "partially_refunded" || to === "refunded")
      return `${money(amounts.refundedCents)} of ${money(amounts.capturedCents)} is refunded`;
  }
  return `Now: ${statusWords(to).label}`;
}

function confirmedHow(by: ConfirmedBy | undefined): string | undefined {
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

function settledWords(data: HistoryData): string | undefined {
  if (data.settledBy === "reply") return "Sezzle's answer";
  return data.settledBy === "order" ? "Sezzle's order shows it" : undefined;
}

function reasonWords(data: HistoryData): string | undefined {
  return data.reason ? `reason: ${data.reason}` : undefined;
}

function refusalWords(data: HistoryData): string | undefined {
  return (
    [data.message, data.debugUuid ? `debug ${data.debugUuid}` : null].filter(Boolean).join(" · ") || undefined
  );
}

function sourceWords(source: string | null | undefined): string | undefined {
  if (source === "dashboard") return "in Sezzle's dashboard";
  if (source === "gateway") return "through Sezzle's gateway";
  return source ? `source: ${source}` : undefined;
}
