import fc from "fast-check";
import { expect } from "vitest";
import { write } from "../../../database.ts";
import { askSezzle } from "../../../payments/ask-sezzle.ts";
import { giveUp } from "../../../payments/give-up.ts";
import { clockMs, letPass } from "../clock.ts";
import type { House } from "../house.ts";
import { runJobs } from "../jobs.ts";
import { answered, hasTried } from "../moves.ts";
import { keptBecause, mayRepeat } from "../rules.ts";
import type { SaleModel } from "../sale-model.ts";
import { type Step, step } from "../steps.ts";
import { answering, type Sky, skyWords, weathers } from "../weather.ts";
import { skies } from "./skies.ts";

const second = 1_000;
const minute = 60 * second;
const short = fc.constantFrom(3 * second, 3 * second, 16 * second, 70 * second, 4 * minute);
const long = fc.constantFrom(11 * minute, 11 * minute, 31 * minute, 130 * minute);

/** Time passes, and the till's jobs have their turn. */
export const passings: fc.Arbitrary<Step> = fc
  .record({ ms: fc.oneof({ weight: 5, arbitrary: short }, { weight: 1, arbitrary: long }), sky: skies })
  .map(({ ms, sky }) =>
    step(`${ms / second} s pass${skyWords(sky)}`, async (model, house) => {
      letPass(ms);
      await runJobs(model, house, sky);
    }),
  );

/** Time passes for an operation whose end is not known, and its repeat meets the weather. */
export const repeats: fc.Arbitrary<Step> = fc
  .record({ ms: short, call: fc.constantFrom(...weathers) })
  .map(({ ms, call }) => {
    const sky = { call, asking: answering };
    return step(
      `${ms / second} s pass for what is not known${skyWords(sky)}`,
      async (model, house) => {
        letPass(ms);
        await runJobs(model, house, sky);
      },
      ({ open }) => open?.state === "unconfirmed",
    );
  });

/** Somebody presses "Ask Sezzle now". */
export const asks: fc.Arbitrary<Step> = skies.map((sky) =>
  step(`ask Sezzle now${skyWords(sky)}`, (model, house) => askNow(model, house, sky)),
);

/** Asks, and checks what a person is told. */
export async function askNow(model: SaleModel, house: House, sky: Sky): Promise<void> {
  await house.meet(sky);
  const { open, current } = model;
  const result = await askSezzle(house.asker, house.saleId);
  const { refusal, answered: isAnswered } = sky.asking;
  const expected = current.isLinked ? (refusal ?? null) : "nothing_to_ask";
  expect(result.ok ? null : result.problem.code, "asking is refused because").toBe(expected);
  if (!current.isLinked || !isAnswered) return;
  await answered(model, house, current);
  if (open && mayRepeat(open, clockMs())) await hasTried(model, house, open, sky, clockMs());
}

/** Somebody lets an operation go. */
export const lettingGo: fc.Arbitrary<Step> = fc.constantFrom(false, false, true).map((fromOldScreen) =>
  step(
    `let it go${fromOldScreen ? " from an old screen" : ""}`,
    (model, house) => letGo(model, house, fromOldScreen),
    ({ open }) => open !== undefined,
  ),
);

/** Lets the open operation go, and checks that it is kept as long as the rules say. */
export async function letGo(model: SaleModel, house: House, fromOldScreen = false): Promise<void> {
  const { open } = model;
  if (!open) return;
  const { version } = await house.sale();
  const seenVersion = fromOldScreen ? house.oldVersion : version;
  const expected = seenVersion === version ? keptBecause(open, clockMs()) : "stale";
  const decision = { saleId: house.saleId, operationId: open.id, seenVersion };
  const result = await write((db) => giveUp(db, house.asker, decision, new Date()));
  expect(result.ok ? null : result.problem.code, "letting it go is refused because").toBe(expected);
  if (result.ok) open.state = "given_up";
}
