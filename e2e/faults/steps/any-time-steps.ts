import type { SaleStep } from "./step.ts";

/** What can be done to a sale at any time. */
export const anyTimeSteps: SaleStep[] = [
  {
    name: "set the receipt number",
    weight: 5,
    fits: (sale) => sale.orderUuid !== null,
    run: (play) => play.act("setReference", { receiptNumber: `R-${play.random.int(1, 99_999)}` }),
  },
  { name: "ask Sezzle", weight: 4, fits: (sale) => sale.orderUuid !== null, run: (play) => play.act("ask") },
  { name: "replay", weight: 6, fits: () => true, run: (play) => play.replay() },
];
