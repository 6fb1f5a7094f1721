import type { CapturePolicy } from "../store.ts";

type PolicyWords = {
  title: string;
  /** What it means, for the money first. */
  means: string;
  /** What the cashier does. */
  cashier: string;
  /** As the history says it: "set Maple Street to capture at hand-over". */
  inHistory: string;
};

/** When a store captures what Sezzle approves: what each way means. */
export const policyWords: Record<CapturePolicy, PolicyWords> = {
  at_hand_over: {
    title: "Capture at hand-over",
    means:
      "Approved money is taken when the cashier presses Capture, all of it or part. Uncaptured, it runs out.",
    cashier: "For shops that pack, cut or fetch first. Every screen warns before an approval runs out.",
    inHistory: "capture at hand-over",
  },
  at_once: {
    title: "Capture at once when approved",
    means:
      "The till takes the whole amount by itself as soon as Sezzle approves it. Giving it back is a refund.",
    cashier:
      "For shops that hand over at the counter. The cashier still decides when a cancel was asked for, on a second link, on an order that was found again, and when amounts differ.",
    inHistory: "capture at once when approved",
  },
};
