import type { Problem } from "#lib/problem.ts";

const notClosed = "The day is not closed, and no money has moved.";

export const unknownDay: Problem = {
  code: "unknown_day",
  happened: "There is no such day in your stores.",
  money: "Nothing has changed.",
  next: "Go back to the list of days.",
};

export const notBegun: Problem = {
  code: "day_not_begun",
  happened: "This day has not begun yet.",
  money: notClosed,
  next: "Close it when it is over, or at any time while it lasts.",
};

export const dayChanged: Problem = {
  code: "day_changed",
  happened: "Something has happened in this store since you looked.",
  money: notClosed,
  next: "Look at the numbers and the open matters as they are now, then sign.",
};

export const unexplained: Problem = {
  code: "unexplained",
  happened: "Something is still open that nobody has explained.",
  money: notClosed,
  next: "Settle it, or say in a few words why it may stay open.",
};

export const contactInWords: Problem = {
  code: "contact_in_words",
  happened: "An explanation names a phone number or an e-mail.",
  money: notClosed,
  next: "Leave it out: a signed report can never be changed. The order's own page has the contact.",
};
