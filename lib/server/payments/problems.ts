import type { Operation } from "#db/queries/operations.ts";
import { formatMoney } from "#lib/money.ts";
import type { OperationKind } from "#lib/operation.ts";
import type { Problem } from "#lib/problem.ts";
import { WrongMerchantError } from "../gateway.ts";
import { GatewayError, type GatewayErrorDetail } from "../sezzle/gateway-error.ts";

/** The shopper completed the checkout before it could be deleted. */
export const shopperFinishedFirst: Problem = {
  code: "shopper_finished_first",
  happened: "The shopper finished first, so the sale was not cancelled.",
  money: "Sezzle has approved the payment. Nothing has been taken yet.",
  next: "Capture it, or release it so that the shopper is not charged.",
};

const verbs: Record<OperationKind, { doing: string; undone: string }> = {
  open_checkout: { doing: "send the link for", undone: "No link was sent and nothing can be paid." },
  cancel_checkout: { doing: "cancel the sale", undone: "Nothing has been taken by this." },
  capture: { doing: "capture", undone: "Nothing was taken." },
  release: { doing: "release", undone: "Nothing was released." },
  refund: { doing: "refund", undone: "Nothing was refunded." },
  set_reference: { doing: "set the receipt number", undone: "The payment is not affected." },
  reauthorize: { doing: "approve the sale again", undone: "Nothing has been approved or taken." },
};

/** What an operation that Sezzle refused, or that never reached it, is told as. */
export function refusedProblem(operation: Operation, error: unknown): Problem {
  const { undone } = verbs[operation.kind];
  const what = whatWasAsked(operation);
  if (error instanceof WrongMerchantError) {
    return {
      code: "wrong_merchant",
      happened: `The till did not ask Sezzle to ${what}: its keys belong to another merchant.`,
      money: undone,
      next: "Tell whoever runs the till. It must be started with this shop's own keys.",
    };
  }
  const gatewayError = error instanceof GatewayError ? error : null;
  const technical = technicalOf(gatewayError);
  if (!gatewayError || gatewayError.outcome === "not_sent" || gatewayError.call === "authenticate") {
    return {
      code: "not_sent",
      happened: `Sezzle could not be reached to ${what}.`,
      money: undone,
      next: "Check the internet connection and try again. It is safe to try again.",
      technical,
    };
  }
  if (gatewayError.status === 429) {
    return {
      code: "too_busy",
      happened: `Sezzle is too busy to ${what} right now.`,
      money: undone,
      next: "Wait a few seconds and try again. It is safe to try again.",
      technical,
    };
  }
  const said = gatewayError.errors[0]?.message;
  return {
    code: "refused",
    happened: `Sezzle refused to ${what}${said ? `: “${said.replace(/\.$/, "")}”.` : "."}`,
    money: undone,
    ...whatToChange(operation.kind, gatewayError.errors),
    technical,
  };
}

function whatWasAsked({ kind, amountCents, currency }: Operation): string {
  const { doing } = verbs[kind];
  return amountCents ? `${doing} ${formatMoney(amountCents, currency)}` : doing;
}

function whatToChange(kind: OperationKind, errors: GatewayErrorDetail[]): { next: string; field?: string } {
  const location = errors[0]?.location ?? "";
  if (kind !== "open_checkout") {
    return { next: "Look at what the sale shows now, and ask a manager if this does not fit." };
  }
  if (/amount/.test(location))
    return { next: "Change the amount, or take another way to pay.", field: "amount" };
  if (/phone|email|send_checkout_url/.test(location)) {
    return { next: "Check the mobile number or e-mail and send again.", field: "contact" };
  }
  return { next: "Check what was entered and send again, or take another way to pay." };
}

/** What is kept of an operation whose answer was lost, for the history; screens have words of their own for each kind. */
export function unconfirmedProblem(error: unknown): Problem {
  return {
    code: "unconfirmed",
    happened: "Sezzle's answer was lost.",
    money: "It is not known whether Sezzle did it.",
    next: "Ask Sezzle now to find out.",
    technical: technicalOf(error instanceof GatewayError ? error : null),
  };
}

/** Sezzle answered a reauthorization, and did not approve it. */
export const notApprovedAgain: Problem = {
  code: "not_approved",
  happened: "Sezzle did not approve the sale again.",
  money: "Nothing has been approved or taken. The shopper is not charged.",
  next: "Send a new link, or take another way to pay. Sezzle tells the shopper why, not the shop.",
};

/** A later receipt number took this one's place. */
export const superseded: Problem = {
  code: "superseded",
  happened: "A later receipt number took the place of this one.",
  money: "The payment is not affected.",
  next: "Look at the receipt number the sale shows.",
};

/** The checkout was over before it could be deleted. */
export const alreadyOver: Problem = {
  code: "already_over",
  happened: "The checkout was over before it could be cancelled.",
  money: "Nothing has been taken.",
  next: "Look at what the sale shows.",
};

/** What an operation is told as whose process ended before it was sent. */
export function abandonedProblem(operation: Operation): Problem {
  return {
    code: "abandoned",
    happened: `The till restarted before it could ask Sezzle to ${whatWasAsked(operation)}.`,
    money: verbs[operation.kind].undone,
    next: "Do it again if it is still wanted.",
  };
}

function technicalOf(error: GatewayError | null): Problem["technical"] {
  if (!error) return undefined;
  const first = error.errors[0];
  return {
    code: first?.code ?? (error.status ? `HTTP ${error.status}` : error.reason),
    message: first?.message ?? error.message,
    debugUuid: first?.debugUuid ?? null,
  };
}
