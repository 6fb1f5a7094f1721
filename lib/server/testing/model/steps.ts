import type fc from "fast-check";
import { expectAgreement } from "./agreement.ts";
import type { House } from "./house.ts";
import type { SaleModel } from "./sale-model.ts";

/** Something that may happen to a sale. */
export type Step = fc.AsyncCommand<SaleModel, House>;

/**
 * A step of the test: what happens, in words; how, to the model and to the house alike; and when it can (always unless told).
 * After each, both have to agree.
 */
export function step(
  words: string,
  run: (model: SaleModel, house: House) => Promise<void>,
  isPossible: (model: SaleModel) => boolean = () => true,
): Step {
  return {
    check: (model) => isPossible(model as SaleModel),
    run: async (model, house) => {
      await run(model, house);
      await expectAgreement(model, house);
    },
    toString: () => words,
  };
}
