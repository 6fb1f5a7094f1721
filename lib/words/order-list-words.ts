import { isNarrowed, type OrderGroup, type OrderQuery } from "../order-query.ts";

/** The groups of a list of orders, as their chips say them. */
export const groupWords: Record<OrderGroup, string> = {
  waiting: "Waiting",
  approved: "Approved, not captured",
  paid: "Paid",
  refunded: "Refunded",
  not_charged: "Not charged",
  not_confirmed: "Not confirmed",
};

/** What the one search field looks for. */
export const searchHint =
  "Number, receipt, phone or its last four digits, e-mail, name, amount, Sezzle’s order id";

/** What a list says that shows nothing, and what helps. */
export function emptyListWords(query: OrderQuery): { title: string; line: string } {
  if (query.search) {
    if (/^[\d\s().+-]{5,}$/.test(query.search)) {
      return {
        title: `Nothing found for “${query.search}”`,
        line: "A phone number is found by its last four digits, or as a whole.",
      };
    }
    if (query.search.includes("@")) {
      return { title: `Nothing found for “${query.search}”`, line: "An e-mail is found as a whole." };
    }
    return {
      title: `Nothing found for “${query.search}”`,
      line:
        query.search.length < 2
          ? "Type at least two characters."
          : isNarrowed({ ...query, search: "" })
            ? "Check the spelling, or clear what else narrows the list to look everywhere."
            : "Check the spelling: every order of your stores was looked at.",
    };
  }
  if (query.group === "approved" && !isNarrowed({ ...query, group: null })) {
    return {
      title: "Nothing waits to be captured",
      line: "What Sezzle approves stands here until it is captured, released or runs out.",
    };
  }
  if (query.page) return { title: "There are no more orders here", line: "Go back to the newest ones." };
  if (isNarrowed(query)) {
    return { title: "No orders here", line: "Choose another status, day or person to see more." };
  }
  return { title: "No orders yet", line: "A sale appears here the moment its link is sent at the till." };
}

/** How many a search has found, for who does not see the list. */
export function foundWords(count: number, hasMore: boolean): string {
  if (count === 0) return "Nothing found";
  return hasMore
    ? `${count} orders found, and older ones`
    : count === 1
      ? "1 order found"
      : `${count} orders found`;
}
