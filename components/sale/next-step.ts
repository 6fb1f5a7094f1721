import type { SaleFacts } from "#components/sale/sale-facts.ts";
import type { StepName } from "#components/sale/step-name.ts";

/** The one filled button of a sale's screen; null while there is only waiting. */
export type NextStep = "capture" | "ask" | "new_sale" | null;

/** The next step by status. While money is moving there is none; a lost answer has its own card with its own button. */
export function nextStep({ sale, status, steps }: SaleFacts): NextStep {
  // A lost link can be asked about only once an event has named its order.
  if (status === "unconfirmed") return steps.ask && sale.orderUuid !== null ? "ask" : null;
  if (sale.openOperation) return null;
  if (steps.captureUpToCents > 0) return "capture";
  if (status === "checking") return "ask";
  return status === "creating" || status === "link_sent" ? null : "new_sale";
}

/** The other steps, each opening its sheet. The dots say that a question comes first. */
export function otherSteps({ steps }: SaleFacts): { name: StepName; label: string }[] {
  const offered: { name: StepName; label: string; is: boolean }[] = [
    { name: "close_other", label: "Close the other link…", is: steps.closeOther !== null },
    { name: "reauthorize", label: "Approve again…", is: steps.reauthorize },
    { name: "send_again", label: "Send a new link…", is: steps.sendAgain !== null },
    { name: "enter_order", label: "Enter Sezzle's order…", is: steps.enterOrder },
    { name: "capture", label: "Part of it…", is: steps.captureUpToCents > 0 },
    { name: "release", label: "Release…", is: steps.releaseUpToCents > 0 },
    {
      name: "refund",
      label: "Refund…",
      is: steps.refundUpToCents > 0 || steps.askRefundUpToCents > 0,
    },
    { name: "reference", label: "Receipt number…", is: steps.setReference },
    { name: "cancel", label: "Cancel this sale…", is: steps.cancel },
  ];
  return offered.filter((it) => it.is).map(({ name, label }) => ({ name, label }));
}
