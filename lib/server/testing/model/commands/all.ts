import type fc from "fast-check";
import type { Step } from "../steps.ts";
import { deaths, lateArrivals } from "./deaths.ts";
import { completions, dashboard, endings } from "./elsewhere.ts";
import { deliveries } from "./events.ts";
import { furtherLinks, references } from "./links.ts";
import { asks, lettingGo, passings } from "./time.ts";
import { collisions, doubleTaps, lateAnswers, replays } from "./twice.ts";
import { cancels, looks, moneyWishes } from "./wishes.ts";

/** Everything that may happen to a sale; what is named more often happens more often. */
export const allSteps: fc.Arbitrary<Step>[] = [
  completions,
  completions,
  moneyWishes,
  moneyWishes,
  moneyWishes,
  moneyWishes,
  passings,
  passings,
  passings,
  cancels,
  looks,
  asks,
  lettingGo,
  endings,
  dashboard,
  deliveries,
  deliveries,
  furtherLinks,
  references,
  deaths,
  deaths,
  lateArrivals,
  replays,
  doubleTaps,
  collisions,
  lateAnswers,
];
