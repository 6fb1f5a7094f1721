import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { write } from "../../../database.ts";
import { enterOrder } from "../../../payments/enter-order.ts";
import { prepareReauthorization } from "../../../payments/reauthorize.ts";
import { prepareReference } from "../../../payments/set-reference.ts";
import { clockMs } from "../clock.ts";
import type { ModelOperation } from "../facts.ts";
import type { House } from "../house.ts";
import { answeredAbout, note, noteAttempt, send } from "../moves.ts";
import { notRenewedBecause, sendAgain } from "../rules.ts";
import type { SaleModel } from "../sale-model.ts";
import { type Step, step } from "../steps.ts";
import { skyWords } from "../weather.ts";
import { skies } from "./skies.ts";

/** Writes a further link down where the rules allow one, or the cancel that makes room for it. Null when it was refused. */
export async function wishForLink(
  model: SaleModel,
  house: House,
  { confirmed = false, fromOldScreen = false },
): Promise<ModelOperation | null> {
  const { version } = await house.sale();
  const seenVersion = fromOldScreen ? house.oldVersion : version;
  const how = sendAgain(model, { isStale: seenVersion !== version, confirmed }, clockMs());
  const result = await house.sendAgain(seenVersion, confirmed);
  const became = result.ok ? result.value.kind : result.problem.code;
  const expected = { send: "open_checkout", replace: "cancel_checkout" }[how] ?? how;
  expect(became, "another link").toBe(expected);
  if (!result.ok) return null;
  return how === "send" ? noteAttempt(model, result.value) : note(model, result.value);
}

/** Whether another link can be had, with all that has to be confirmed. */
export function mayHaveLink(model: SaleModel): boolean {
  return ["send", "replace"].includes(sendAgain(model, { isStale: false, confirmed: true }, clockMs()));
}

/** Another link for the sale. */
export const furtherLinks: fc.Arbitrary<Step> = fc
  .record({
    fromOldScreen: fc.constantFrom(false, false, false, true),
    confirmed: fc.boolean(),
    isVain: fc.constantFrom(false, false, true),
    sky: skies,
  })
  .map(({ isVain, sky, ...asked }) => {
    const { confirmed, fromOldScreen } = asked;
    const words = `send again${confirmed ? ", confirmed" : ""}${fromOldScreen ? " from an old screen" : ""}`;
    return step(
      words + skyWords(sky),
      async (model, house) => {
        const operation = await wishForLink(model, house, asked);
        if (operation) await send(model, house, operation, sky);
      },
      (model) => isVain || mayHaveLink(model),
    );
  });

/** A manager enters the uuid of an order that Sezzle's dashboard shows. */
export const enteredOrders: fc.Arbitrary<Step> = skies.map((sky) => {
  const unknown = ({ attempts, orderUuids }: SaleModel) =>
    orderUuids.find((uuid) => !attempts.some((it) => it.orderUuid === uuid && it.isLinked));
  return step(
    `the order's uuid is entered${skyWords(sky)}`,
    async (model, house) => {
      const orderUuid = unknown(model);
      if (!orderUuid) return;
      await house.meet(sky);
      const result = await enterOrder(house.asker, house.saleId, orderUuid);
      expect(result.ok, "the order of a sale is taken").toBe(sky.asking.answered);
      if (result.ok) await answeredAbout(model, house, orderUuid);
    },
    (model) => unknown(model) !== undefined,
  );
});

/** Has the sale approved again where the rules allow it. Null when it was refused. */
export async function wishForRenewal(
  model: SaleModel,
  house: House,
  fromOldScreen = false,
): Promise<ModelOperation | null> {
  const { version } = await house.sale();
  const seenVersion = fromOldScreen ? house.oldVersion : version;
  const expected = notRenewedBecause(model, seenVersion !== version, clockMs());
  const wish = { saleId: house.saleId, wishId: randomUUID(), seenVersion };
  const result = await write((db) => prepareReauthorization(db, house.asker, wish, new Date()));
  expect(result.ok ? null : result.problem.code, "a new approval is refused because").toBe(expected);
  return result.ok ? note(model, result.value) : null;
}

/** Whether the sale can be approved again. */
export function mayRenew(model: SaleModel): boolean {
  return notRenewedBecause(model, false, clockMs()) === null;
}

/** A new approval of a sale whose approval ran out. */
export const renewals: fc.Arbitrary<Step> = fc
  .record({
    fromOldScreen: fc.constantFrom(false, false, false, true),
    isVain: fc.constantFrom(false, false, false, true),
    sky: skies,
  })
  .map(({ fromOldScreen, isVain, sky }) =>
    step(
      `approve again${fromOldScreen ? " from an old screen" : ""}${skyWords(sky)}`,
      async (model, house) => {
        const operation = await wishForRenewal(model, house, fromOldScreen);
        if (operation) await send(model, house, operation, sky);
      },
      (model) => isVain || mayRenew(model),
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
