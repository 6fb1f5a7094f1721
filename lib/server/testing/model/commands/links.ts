import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { write } from "../../../database.ts";
import { prepareReference } from "../../../payments/set-reference.ts";
import { clockMs } from "../clock.ts";
import type { House } from "../house.ts";
import { note, noteAttempt, send } from "../moves.ts";
import { maySendAgain } from "../rules.ts";
import type { ModelOperation, SaleModel } from "../sale-model.ts";
import { type Step, step } from "../steps.ts";
import { skyWords } from "../weather.ts";
import { skies } from "./skies.ts";

/** Writes a further link down where the rules allow one. Null when it was refused. */
export async function wishForLink(
  model: SaleModel,
  house: House,
  fromOldScreen: boolean,
): Promise<ModelOperation | null> {
  const { version } = await house.sale();
  const seenVersion = fromOldScreen ? house.oldVersion : version;
  const expected = seenVersion === version && maySendAgain(model, clockMs()) ? null : "not_over";
  const result = await house.sendAgain(seenVersion);
  expect(result.ok ? null : result.problem.code, "another link is refused because").toBe(expected);
  return result.ok ? noteAttempt(model, house, result.value) : null;
}

/** Another link for the sale. */
export const furtherLinks: fc.Arbitrary<Step> = fc
  .record({ how: fc.constantFrom("granted", "granted", "anyhow", "from an old screen"), sky: skies })
  .map(({ how, sky }) =>
    step(
      `send again, ${how}${skyWords(sky)}`,
      async (model, house) => {
        const opening = await wishForLink(model, house, how === "from an old screen");
        if (opening) await send(model, house, opening, sky);
      },
      (model) => how !== "granted" || maySendAgain(model, clockMs()),
    ),
  );

/** A receipt number, written down for the order if one is known. Null when it was refused. */
export async function wishForReference(model: SaleModel, house: House): Promise<ModelOperation | null> {
  const referenceId = `R-${model.operations.length}`;
  const wish = { saleId: house.saleId, wishId: randomUUID(), referenceId };
  const result = await write((db) => prepareReference(db, house.asker, wish, new Date()));
  const expected = model.current.isLinked ? null : "no_order";
  expect(result.ok ? null : result.problem.code, "a receipt number is refused because").toBe(expected);
  if (!result.ok) return null;
  model.receipt = referenceId;
  return note(model, result.value);
}

/** A receipt number for the order. */
export const references: fc.Arbitrary<Step> = skies.map((sky) =>
  step(`set the receipt number${skyWords(sky)}`, async (model, house) => {
    const operation = await wishForReference(model, house);
    if (operation) await send(model, house, operation, sky);
  }),
);
