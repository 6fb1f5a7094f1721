import fc from "fast-check";
import type { ModelOperation } from "../facts.ts";
import type { House } from "../house.ts";
import { arriveFromTheDead } from "../moves.ts";
import type { SaleModel } from "../sale-model.ts";
import { type Step, step } from "../steps.ts";
import { mayHaveLink, mayRenew, wishForLink, wishForReference, wishForRenewal } from "./links.ts";
import { isGrantable, type Part, wishFor } from "./wishes.ts";

type Wanted = "capture" | "release" | "refund" | "cancel_checkout" | "link" | "renewal" | "receipt number";

/** When a process dies: before it claims the operation, before the request leaves, after it left, or after the answer came. */
type Moment = "before it claims" | "with the request under way" | "before it hears the answer";

const moments = fc.constantFrom<Moment>(
  "before it claims",
  "with the request under way",
  "before it hears the answer",
);

/** The process dies that was to carry a wish out. */
export const deaths: fc.Arbitrary<Step> = fc
  .record({
    wanted: fc.constantFrom<Wanted>(
      "capture",
      "capture",
      "release",
      "refund",
      "cancel_checkout",
      "link",
      "renewal",
      "receipt number",
    ),
    part: fc.constantFrom<Part>(1_000, 1_000, 2_500, "rest"),
    moment: moments,
  })
  .map(({ wanted, part, moment }) =>
    step(
      `the process dies ${moment}: ${wanted} ${part}`,
      async (model, house) => {
        const operation = await wishOf(model, house, wanted, part);
        if (operation) await die(model, house, operation, moment);
      },
      (model) => mayWant(model, wanted, part),
    ),
  );

function mayWant(model: SaleModel, wanted: Wanted, part: Part): boolean {
  if (wanted === "link") return mayHaveLink(model);
  if (wanted === "renewal") return mayRenew(model);
  if (wanted === "receipt number") return model.current.isLinked;
  return isGrantable(model, { kind: wanted, part, additional: true });
}

function wishOf(model: SaleModel, house: House, wanted: Wanted, part: Part): Promise<ModelOperation | null> {
  if (wanted === "link") return wishForLink(model, house, { confirmed: true });
  if (wanted === "renewal") return wishForRenewal(model, house);
  if (wanted === "receipt number") return wishForReference(model, house);
  return wishFor(model, house, { kind: wanted, part, additional: true });
}

/** Leaves an operation as a process leaves it that dies at this moment. */
export async function die(
  model: SaleModel,
  house: House,
  operation: ModelOperation,
  moment: Moment,
): Promise<void> {
  if (moment === "before it claims") return;
  const inFlight = await house.claimAndDie(operation.id);
  const { state, firstSentAt, leaseUntil } = await house.operation(operation.id);
  operation.state = state;
  operation.tries = 1;
  operation.firstTryAt = firstSentAt?.getTime() ?? 0;
  operation.leaseEndsAt = leaseUntil?.getTime() ?? 0;
  if (moment === "with the request under way") house.inFlight.push(inFlight);
  else await arriveFromTheDead(model, house, inFlight);
}

/** What a process sent before it died reaches Sezzle at last. */
export const lateArrivals: fc.Arbitrary<Step> = fc.constant(null).map(() =>
  step("a request of the dead arrives", async (model, house) => {
    const next = house.inFlight.shift();
    if (next) await arriveFromTheDead(model, house, next);
  }),
);
