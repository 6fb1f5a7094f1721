import type { Problem } from "#lib/problem.ts";

/** A wish's id came back for something else. */
export const reusedWish: Problem = {
  code: "reused_wish",
  happened: "This request was already used for something else.",
  money: "Nothing was sent to Sezzle.",
  next: "Go back to the sale and try again.",
};

/** A money operation of the sale has no end yet. */
export const busy: Problem = {
  code: "busy",
  happened: "Something else is already under way on this sale.",
  money: "Nothing more was sent to Sezzle.",
  next: "Wait until the sale shows how it ended.",
};

/** The sale is not what its person saw. */
export const stale: Problem = {
  code: "stale",
  happened: "This sale has changed since you looked at it.",
  money: "Nothing was sent to Sezzle.",
  next: "Look at what it shows now, then decide again.",
};

/** A refund without a reason. */
export const noReason: Problem = {
  code: "no_reason",
  happened: "A refund needs a reason.",
  money: "Nothing was sent to Sezzle.",
  next: "Choose a reason.",
  field: "reason",
};

/** What is asked for does not fit what the sale is now. */
export function notPossible(what: string): Problem {
  return {
    code: "not_possible",
    happened: `It is not possible to ${what} now.`,
    money: "Nothing was sent to Sezzle.",
    next: "Look at what the sale shows now.",
  };
}

/** The amount is not within what is left. `most` is written for people. */
export function tooMuch(what: string, most: string): Problem {
  return {
    code: "wrong_amount",
    happened: `You can ${what} ${most} at most.`,
    money: "Nothing was sent to Sezzle.",
    next: "Change the amount.",
    field: "amount",
  };
}

/** An equal refund was made before, and this one was not confirmed to come in addition. */
export function equalRefund(amount: string, isLetGo: boolean): Problem {
  return {
    code: "equal_refund",
    happened: isLetGo
      ? `A refund of ${amount} on this sale was closed without Sezzle's answer, and may have been made.`
      : `${amount} has already been refunded on this sale.`,
    money: "Nothing more was sent to Sezzle.",
    next: "If this is another refund in addition to it, say so and refund again.",
  };
}

/** More than the person may still refund alone today. `left` is written for people. */
export function overLimit(left: string): Problem {
  return {
    code: "over_refund_limit",
    happened: `You can refund ${left} more today on your own.`,
    money: "Nothing was sent to Sezzle.",
    next: "Have a manager approve this refund, here or on their own screen.",
    field: "amount",
  };
}
