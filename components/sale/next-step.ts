import type { SaleFacts } from "#components/sale/sale-facts.ts";
import type { StepName } from "#components/sale/step-name.ts";
import { wordsIn } from "#lib/language.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";

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
export function otherSteps({ steps, locale }: SaleFacts): { name: StepName; label: string }[] {
  const labels = wordsIn(saleScreenWords, locale).steps;
  const offered: { name: keyof typeof labels; is: boolean }[] = [
    { name: "close_other", is: steps.closeOther !== null },
    { name: "reauthorize", is: steps.reauthorize },
    { name: "send_again", is: steps.sendAgain !== null },
    { name: "enter_order", is: steps.enterOrder },
    { name: "capture", is: steps.captureUpToCents > 0 },
    { name: "release", is: steps.releaseUpToCents > 0 },
    {
      name: "refund",
      is: steps.refundUpToCents > 0 || steps.askRefundUpToCents > 0,
    },
    { name: "reference", is: steps.setReference },
    { name: "cancel", is: steps.cancel },
  ];
  return offered.filter((it) => it.is).map(({ name }) => ({ name, label: labels[name] }));
}
