import fc from "fast-check";
import { noteAttempt, send } from "../moves.ts";
import { type Step, step } from "../steps.ts";
import { clear, skyWords } from "../weather.ts";
import { die } from "./deaths.ts";
import { skies } from "./skies.ts";

const deaths = ["before it claims", "with the request under way", "before it hears the answer"] as const;

/** The sale is started, and its link sent; more often than not all goes well. */
export const openings: fc.Arbitrary<Step> = fc
  .record({
    receipt: fc.constantFrom(null, null, "R-0"),
    weather: fc.oneof(
      { weight: 4, arbitrary: fc.constant(clear) },
      { weight: 2, arbitrary: skies },
      { weight: 1, arbitrary: fc.constantFrom(...deaths) },
    ),
  })
  .map(({ receipt, weather }) => {
    const words = typeof weather === "string" ? `, and the process dies ${weather}` : skyWords(weather);
    return step(
      `a sale is started${receipt ? " with a receipt number" : ""}${words}`,
      async (model, house) => {
        model.receipt = receipt;
        const opening = await noteAttempt(model, house, await house.startSale(model.cents, receipt));
        if (typeof weather === "string") await die(model, house, opening, weather);
        else await send(model, house, opening, weather);
      },
    );
  });
