import fc from "fast-check";
import { clockMs } from "../clock.ts";
import { type House, present } from "../house.ts";
import type { MoveKind, OrderAtSezzle } from "../order-at-sezzle.ts";
import type { SaleModel } from "../sale-model.ts";
import { type Step, step } from "../steps.ts";

type Order = { uuid: string; order: OrderAtSezzle };

/** The order of the newest link that has one (or, counted back, of an earlier one), as it is at this moment. */
function newest(model: SaleModel, back = 0): Order | null {
  const attempt = model.attempts.filter((it) => it.order !== null).at(-1 - back);
  if (!attempt?.order || !attempt.orderUuid) return null;
  return { uuid: attempt.orderUuid, order: attempt.order.settle(clockMs()) };
}

/** Something that happens to the order without the till. */
function elsewhere(
  words: string,
  isPossible: (order: OrderAtSezzle) => boolean,
  happen: (it: Order, house: House) => Promise<void>,
  back = 0,
): Step {
  const can = (model: SaleModel) => {
    const it = newest(model, back);
    return it !== null && isPossible(it.order);
  };
  const run = async (model: SaleModel, house: House) => {
    const it = newest(model, back);
    if (it) await happen(it, house);
  };
  return step(words, run, can);
}

const isActive = ({ checkout }: OrderAtSezzle) => checkout === "active";

async function completes({ uuid, order }: Order, { sandbox }: House): Promise<void> {
  const books = await sandbox.act(uuid, "complete");
  order.complete(books.authorized_in_cents, Date.parse(books.authorization_expires_at ?? ""));
}

/** The shopper completes the checkout of the newest link. */
export async function completeNewest(model: SaleModel, house: House): Promise<void> {
  await completes(present(newest(model)), house);
}

/** The shopper completes the checkout, perhaps of an earlier link. */
export const completions: fc.Arbitrary<Step> = fc
  .constantFrom(0, 0, 1)
  .map((back) =>
    elsewhere(
      back === 0 ? "the shopper completes" : "the shopper completes the link before",
      isActive,
      completes,
      back,
    ),
  );

/** The shopper is denied, or a time runs out early. */
export const endings: fc.Arbitrary<Step> = fc
  .constantFrom("deny", "expire link", "expire approval")
  .map((end) => {
    if (end === "deny")
      return elsewhere("the shopper is denied", isActive, async ({ uuid, order }, { sandbox }) => {
        await sandbox.act(uuid, "deny");
        order.checkout = "denied";
      });
    if (end === "expire link")
      return elsewhere("the link runs out", isActive, async ({ uuid, order }, { sandbox }) => {
        order.checkoutEndsAt = Date.parse((await sandbox.act(uuid, "expire-checkout")).checkout_expires_at);
      });
    return elsewhere(
      "the approval runs out",
      (order) => order.approvedCents > 0 && !order.isLapsed,
      async ({ uuid, order }, { sandbox }) => {
        const books = await sandbox.act(uuid, "expire-authorization");
        order.approvalEndsAt = Date.parse(books.authorization_expires_at ?? "");
      },
    );
  });

/** Money moves in Sezzle's own dashboard. */
export const dashboard: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom<Exclude<MoveKind, "capture">>("refund", "release"),
    cents: fc.constantFrom(1_000, 2_500, 10_000),
  })
  .map(({ kind, cents }) =>
    elsewhere(
      `${kind} ${cents} in Sezzle's dashboard`,
      (order) => order.allows(kind, cents),
      async ({ uuid, order }, { sandbox }) => {
        await sandbox.act(uuid, kind, cents);
        order.move(kind, cents, null);
      },
    ),
  );
