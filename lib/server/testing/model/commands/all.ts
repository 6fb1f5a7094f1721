import type fc from "fast-check";
import type { Step } from "../steps.ts";
import { deaths, lateArrivals } from "./deaths.ts";
import { completions, dashboard, endings } from "./elsewhere.ts";
import { deliveries } from "./events.ts";
import { enteredOrders, furtherLinks, references, renewals } from "./links.ts";
import { asks, lettingGo, passings, repeats } from "./time.ts";
import { collisions, doubleTaps, lateAnswers, replays } from "./twice.ts";
import { cancels, equalRefunds, looks, moneyWishes, vainWishes } from "./wishes.ts";

/** How often each of the things happens that may happen to a sale. */
const weights: [times: number, steps: fc.Arbitrary<Step>][] = [
  [16, moneyWishes],
  [4, vainWishes],
  [3, equalRefunds],
  [4, repeats],
  [6, passings],
  [4, deaths],
  [3, completions],
  [3, deliveries],
  [3, dashboard],
  [3, lateAnswers],
  [2, collisions],
  [2, doubleTaps],
  [2, replays],
  [2, lateArrivals],
  [2, lettingGo],
  [2, asks],
  [2, cancels],
  [4, furtherLinks],
  [3, enteredOrders],
  [4, renewals],
  [1, references],
  [2, endings],
  [1, looks],
];

/** Everything that may happen to a sale, as often as it is to happen. */
export const allSteps: fc.Arbitrary<Step>[] = weights.flatMap(([times, steps]) => Array(times).fill(steps));
