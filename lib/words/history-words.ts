import { formatMoney } from "../money.ts";
import type { HistoryData, HistoryLineView } from "../sale-view.ts";
import type { CapturePolicy } from "../store.ts";
import { dateWords } from "./day-words.ts";
import { disputeSentence } from "./dispute-words.ts";
import {
  channelWords,
  confirmedHow,
  reasonWords,
  refusalWords,
  settledWords,
  sourceWords,
} from "./history-details.ts";
import { operationNoun } from "./operation-words.ts";
import { actionWords, refusedWhy } from "./refusal-words.ts";
import { statusWords } from "./status-words.ts";
import { policyWords } from "./store-words.ts";

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
      return withDetail(
        `${who} ${askedFor(data, amount)}`,
        joined(line.about && `approved by ${line.about}`, reasonWords(data)),
      );
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
    case "operation.given_up":
      return {
        title: `${who} gave up the ${nounOf(data, amount)} whose answer was lost`,
        detail: "Sezzle did not show it",
      };
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
    case "order.other_over":
      return withDetail("Another link of this sale is over at Sezzle", confirmedHow(data.confirmedBy));
    case "order.entered":
      return { title: `${who} entered Sezzle's order for this sale`, detail: "from Sezzle's dashboard" };
    case "order.renewed":
      return { title: "Sezzle made a new order for this sale", detail: "in place of the one that ran out" };
    case "sale.switched":
      return {
        title: amount ? `The shopper paid an earlier link: ${amount}` : "The shopper paid an earlier link",
        detail: "the sale stands for that one now",
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
    case "contact.shown":
      return { title: `${who} looked at the shopper's contact` };
    case "store.changed":
      if (data.changes) {
        return withDetail(
          `${who} changed ${data.store ?? "a store"}`,
          data.changes.map(changeWords).join("; "),
        );
      }
      return withDetail(
        `${who} set ${data.store ?? "a store"} to ${policyIn(data.toPolicy)}`,
        data.fromPolicy && `before: ${policyIn(data.fromPolicy)}`,
      );
    case "person.signed_in":
      return { title: `${who} signed in` };
    case "person.signed_out":
      return { title: `${who} signed out` };
    case "person.sign_in_refused":
      return withDetail("A sign-in was refused", refusedWhy(data.code));
    case "person.code_asked":
      return { title: `${who} was asked for a code`, detail: "the password was right" };
    case "person.password_changed":
      return { title: `${who} chose a new password` };
    case "person.password_reset":
      return { title: `${who} gave ${whom(line)} a temporary password` };
    case "person.disabled":
      return { title: line.about ? `${who} disabled ${line.about}` : `${who} can no longer sign in` };
    case "person.enabled":
      return { title: `${who} let ${whom(line)} sign in again` };
    case "person.created":
      return { title: line.about ? `${who} added ${line.about}` : `${who} was added` };
    case "person.renamed":
      return { title: `${who} renamed ${data.fromName ?? "somebody"} to ${data.toName ?? whom(line)}` };
    case "person.role_changed":
      return { title: `${who} made ${whom(line)} ${roleWords(data)}` };
    case "person.sessions_ended":
      return { title: `${who} ended sessions${line.about ? ` of ${line.about}` : ""}` };
    case "person.second_factor_on":
      return { title: `${who} turned on their second factor` };
    case "person.second_factor_off":
      return { title: `${who} turned off ${line.about ? `${line.about}'s` : "their"} second factor` };
    case "person.recovery_codes_made":
      return { title: `${who} made new recovery codes` };
    case "person.recovery_code_used":
      return { title: `${who} used a recovery code` };
    case "refund.asked":
      return withDetail(
        `${who} asked a manager to approve a refund of ${amount ?? "an amount"}`,
        reasonWords(data),
      );
    case "refund.approved":
      return withDetail(
        `${who} approved the refund of ${amount ?? "an amount"}`,
        joined(askedBy(line), data.byPin && "with their PIN"),
      );
    case "refund.declined":
      return withDetail(
        `${who} declined the refund of ${amount ?? "an amount"}`,
        joined(askedBy(line), data.message ?? reasonWords(data)),
      );
    case "refund.withdrawn":
      return { title: `${who} no longer asks for the refund of ${amount ?? "an amount"}` };
    case "day.closed":
      return withDetail(
        `${who} closed ${data.date ? dateWords(data.date, locale) : "a business day"}${data.store ? ` in ${data.store}` : ""}`,
        amount ? `${amount} captured that day` : undefined,
      );
    case "payout.difference_resolved":
      return withDetail(
        `${who} worked a difference${amount ? ` of ${amount}` : ""} in a payout through`,
        data.message,
      );
    case "dispute.reported":
      return disputeSentence(data, amount, locale);
    case "contact.erased":
      return withDetail(`${who} erased the shopper's contact`, reasonWords(data));
    case "contact.looked_up":
      return withDetail(
        `${who} looked up a shopper's contact data`,
        data.count === undefined
          ? undefined
          : `found in ${data.count === 1 ? "1 sale" : `${data.count} sales`}`,
      );
    case "orders.exported":
      return withDetail(`${who} ${exportedWhat(data)}`, data.message);
    case "person.pin_chosen":
      return { title: `${who} chose a PIN for approvals` };
    case "person.pin_removed":
      return { title: `${who} removed their PIN for approvals` };
    case "action.refused":
      return withDetail(
        `${who} was refused: ${actionWords(data.action)}${line.about ? ` of ${line.about}` : ""}`,
        data.message ?? refusedWhy(data.code),
      );
  }
}

function exportedWhat({ count, isWhole }: HistoryData): string {
  if (count === undefined) return "began to export orders";
  const orders = `${count.toLocaleString("en-US")} ${count === 1 ? "order" : "orders"}`;
  return isWhole ? `exported ${orders}` : `exported ${orders}, and then the export ended early`;
}

function joined(...parts: (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(" · ") || undefined;
}

function askedBy({ about }: HistoryLineView): string | null {
  return about && `asked for by ${about}`;
}

function whom(line: HistoryLineView): string {
  return line.about ?? "somebody";
}

function roleWords({ role, store }: HistoryData): string {
  if (role === "owner") return "an owner";
  const place = store ? ` in ${store}` : "";
  return role ? `a ${role}${place}` : store ? `no longer part of ${store}` : "no longer an owner";
}

function changeWords({ what, from, to }: NonNullable<HistoryData["changes"]>[number]): string {
  return from === undefined ? `${what}: ${to}` : `${what}: ${to}, before ${from}`;
}

function policyIn(policy: CapturePolicy | undefined): string {
  return policy ? policyWords.en[policy].inHistory : "capture otherwise";
}

function withDetail(title: string, detail: string | undefined): HistorySentence {
  return detail ? { title, detail } : { title };
}

function nounOf(data: HistoryData, amount: string | null): string {
  return data.operation ? operationNoun(data.operation, amount) : "request";
}

function askedFor(data: HistoryData, amount: string | null): string {
  switch (data.operation) {
    case "open_checkout":
      return `asked Sezzle to send a link${channelWords(data)}`;
    case "cancel_checkout":
      return data.isReplacement ? "asked for a new link in place of this one" : "asked to cancel the link";
    case "set_reference":
      return data.referenceId
        ? `asked to set the receipt number ${data.referenceId}`
        : "asked to set the receipt number";
    case "capture":
    case "release":
    case "refund":
      return `asked to ${data.operation} ${amount ?? "an amount"}`;
    case "reauthorize":
      return `asked Sezzle to approve ${amount ?? "the amount"} again`;
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
    case "reauthorize":
      return `Sezzle approved ${amount ?? "the amount"} again, as a new order`;
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
