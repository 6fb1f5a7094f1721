import type { Problem } from "#lib/problem.ts";

const nothingSent = "Nothing was sent to Sezzle.";

export const unknownRequest: Problem = {
  code: "unknown_request",
  happened: "Nobody asks for this refund.",
  money: nothingSent,
  next: "Look at what the sale shows now.",
};

export const ownRequest: Problem = {
  code: "yourself",
  happened: "You asked for this refund yourself.",
  money: nothingSent,
  next: "Somebody else has to approve it.",
};

export const notYourRequest: Problem = {
  code: "not_allowed",
  happened: "Somebody else asked for this refund.",
  money: nothingSent,
  next: "They can withdraw it, and a manager can decline it.",
};

export const noApprovalNeeded: Problem = {
  code: "no_approval_needed",
  happened: "You may refund without a limit.",
  money: nothingSent,
  next: "Make the refund yourself.",
};

/** Another refund of the sale waits for a manager. */
export function alreadyAsked(person: string): Problem {
  return {
    code: "already_asked",
    happened: `A refund that ${person} asked for waits for a manager on this sale.`,
    money: nothingSent,
    next: "Wait until it is decided or withdrawn.",
  };
}

/** Somebody was first. */
export function alreadyDecided(how: "approved" | "declined" | "withdrawn", person: string | null): Problem {
  return {
    code: "already_decided",
    happened: person
      ? `${person} has already ${how} this refund.`
      : "This refund no longer fits the sale, and was declined.",
    money: how === "approved" ? "It is refunded once, not twice." : nothingSent,
    next: "Look at what the sale shows now.",
  };
}

/** The PIN does not open. */
export const wrongPin: Problem = {
  code: "wrong_pin",
  happened: "The PIN is not right.",
  money: nothingSent,
  next: "Type it again.",
  field: "pin",
};

/** After too many wrong PINs. */
export const tooManyPins: Problem = {
  code: "too_many",
  happened: "There were too many wrong PINs.",
  money: nothingSent,
  next: "Ask on the managers' screens, or wait a quarter of an hour.",
};

/** Whom the screen offered can no longer approve here. */
export const cannotApprove: Problem = {
  code: "cannot_approve",
  happened: "This person cannot approve in this store, or has no PIN.",
  money: nothingSent,
  next: "Choose another manager, or ask on the managers' screens.",
};
