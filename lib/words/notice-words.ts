import { defineWords } from "../language.ts";

/** What stands beside a refund that waits for a manager. */
export const noticeWords = defineWords({
  en: {
    refundsWait: (count: number) =>
      count === 1 ? "A refund waits for you" : `${count} refunds wait for you`,
    /** Stands between what is asked and the number of its sale. */
    on: "on",
    approve: "Approve",
    decline: "Decline",
  },
  fr: {
    refundsWait: (count) =>
      count === 1 ? "Un remboursement vous attend" : `${count} remboursements vous attendent`,
    on: "sur",
    approve: "Approuver",
    decline: "Refuser",
  },
});
