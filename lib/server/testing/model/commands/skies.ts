import fc from "fast-check";
import { answering, askings, calm, clear, type Sky, weathers } from "../weather.ts";

/** Skies: often clear, else with trouble for the call, for asking, or for both. */
export const skies: fc.Arbitrary<Sky> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(clear) },
  { weight: 3, arbitrary: fc.constantFrom(...weathers).map((call) => ({ call, asking: answering })) },
  { weight: 1, arbitrary: fc.constantFrom(...askings).map((asking) => ({ call: calm, asking })) },
  {
    weight: 2,
    arbitrary: fc.record({ call: fc.constantFrom(...weathers), asking: fc.constantFrom(...askings) }),
  },
);
