import { complete, isAnswered, isWaiting, type SaleStep } from "./step.ts";

/** What shoppers and cashiers do while a link waits. */
export const checkoutSteps: SaleStep[] = [
  { name: "complete", weight: 60, fits: isWaiting, run: complete },
  {
    name: "deny",
    weight: 5,
    fits: isWaiting,
    run: async (play) => (await play.atSezzle("deny")) && play.until(isAnswered, 6_000),
  },
  { name: "give up", weight: 4, fits: isWaiting, run: (play) => play.atSezzle("give-up") },
  {
    name: "link expires",
    weight: 5,
    fits: isWaiting,
    run: async (play) => (await play.atSezzle("expire-checkout")) && play.until(isAnswered, 6_000),
  },
  { name: "cancel", weight: 8, fits: isWaiting, run: (play) => play.act("cancel") },
  {
    name: "cancel against completion",
    weight: 10,
    fits: isWaiting,
    run: (play) => Promise.all([play.act("cancel"), play.pause(300).then(() => complete(play))]),
  },
];
