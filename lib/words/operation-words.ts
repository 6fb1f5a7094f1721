import type { OperationKind, OperationState } from "../operation.ts";
import type { OperationPurpose } from "../sale-view.ts";
import type { Tone } from "./status-words.ts";

const nouns: Record<OperationKind, string> = {
  open_checkout: "link",
  cancel_checkout: "cancellation",
  capture: "capture",
  release: "release",
  refund: "refund",
  set_reference: "receipt number",
  reauthorize: "new approval",
};

/** What an operation is called, with its amount when it has one: "capture of $84.50", "cancellation". */
export function operationNoun(kind: OperationKind, amount: string | null): string {
  return amount === null ? nouns[kind] : `${nouns[kind]} of ${amount}`;
}

/** What is being done while an operation is under way: "Taking $84.50". */
export function operationUnderWay(
  kind: OperationKind,
  amount: string | null,
  purpose: OperationPurpose = "this_order",
): string {
  const what = amount ?? "it";
  if (purpose === "new_link") return "Replacing the link";
  if (purpose === "other_order") return "Closing the other link";
  switch (kind) {
    case "open_checkout":
      return "Sending the link";
    case "cancel_checkout":
      return "Cancelling the sale";
    case "capture":
      return `Taking ${what}`;
    case "release":
      return `Releasing ${what}`;
    case "refund":
      return `Refunding ${what}`;
    case "set_reference":
      return "Setting the receipt number";
    case "reauthorize":
      return "Asking for approval again";
  }
}

/** What a lost answer leaves open, and what must not be done meanwhile; for the money first. */
export function lostAnswerWords(
  kind: OperationKind,
  amount: string | null,
  purpose: OperationPurpose = "this_order",
): { lost: string; money: string; next: string } {
  const lost = `Sezzle's answer to the ${operationNoun(kind, amount)} was lost.`;
  if (purpose === "new_link") {
    return {
      lost,
      money: "The link may or may not still work. No new one was sent yet.",
      next: "The new link goes out by itself once Sezzle shows that the first one is over.",
    };
  }
  if (purpose === "other_order") {
    return {
      lost,
      money: "The other link of this sale may or may not be closed yet.",
      next: "The till takes no more than the sale's amount.",
    };
  }
  switch (kind) {
    case "open_checkout":
      return {
        lost: "Sezzle's answer to the request for a link was lost.",
        money: "The shopper may or may not have the link.",
        next: "If it arrived, the shopper can finish: it will show here.",
      };
    case "cancel_checkout":
      return {
        lost,
        money: "The link may or may not still work.",
        next: "Do not tell the shopper that it is cancelled yet.",
      };
    case "capture":
      return {
        lost,
        money: "The money may or may not have been taken.",
        next: "Do not take another payment for it.",
      };
    case "release":
      return {
        lost,
        money: "The amount may or may not have been released.",
        next: "Do not tell the shopper that it is released yet.",
      };
    case "refund":
      return {
        lost,
        money: "The money may or may not have been given back.",
        next: "Do not refund it another way.",
      };
    case "set_reference":
      return {
        lost,
        money: "This changes no money.",
        next: "Sezzle may show the old or the new number.",
      };
    case "reauthorize":
      return {
        lost,
        money: "The sale may or may not be approved again. Nothing has been taken.",
        next: "Do not send another link for it.",
      };
  }
}

export type OperationOutcome = { label: string; tone: Tone; how: string | null };

/** How an operation stands or ended, in a word or two, and how that became known. */
export function operationOutcome(operation: {
  state: OperationState;
  settledBy: "reply" | "order" | null;
}): OperationOutcome {
  switch (operation.state) {
    case "prepared":
    case "sending":
      return { label: "under way", tone: "waiting", how: null };
    case "succeeded":
      return {
        label: "done",
        tone: "approved",
        how: operation.settledBy === "order" ? "Sezzle's order shows it" : "Sezzle's answer",
      };
    case "rejected":
      return { label: "refused", tone: "refused", how: null };
    case "unconfirmed":
      return { label: "not confirmed", tone: "unconfirmed", how: "the answer was lost" };
    case "given_up":
      return { label: "given up", tone: "attention", how: "Sezzle did not show it" };
    case "abandoned":
      return { label: "never sent", tone: "idle", how: "nothing reached Sezzle" };
  }
}

/** That the till has stopped repeating, and who can go on. */
export function undecidedWords(mayDecide: boolean): { told: string; next: string } {
  return {
    told: "The till asked again for ten minutes, and Sezzle's order does not show it.",
    next: mayDecide
      ? "Look at Sezzle's dashboard. If it is not there either, close it here."
      : "Tell a manager: they can look at Sezzle's dashboard and close it.",
  };
}
