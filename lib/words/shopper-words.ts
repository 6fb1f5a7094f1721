/** The one sentence a shopper reads when Sezzle brings them back to the shop's page. */
export function shopperSentence(kind: "complete" | "cancelled"): string {
  return kind === "complete"
    ? "You're done here: the shop's till will tell the cashier."
    : "You left Sezzle's checkout: the cashier can help you pay another way.";
}
