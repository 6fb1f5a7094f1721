import fc from "fast-check";
import { expect } from "vitest";
import type { Operation } from "#db/queries/operations.ts";
import type { Result } from "#lib/problem.ts";
import type { MoneyWish } from "../../../payments/prepare.ts";
import { clockMs } from "../clock.ts";
import type { ModelOperation } from "../facts.ts";
import type { House } from "../house.ts";
import { note, send } from "../moves.ts";
import { type ModelWish, refusalOf } from "../rules.ts";
import type { SaleModel } from "../sale-model.ts";
import { type Step, step } from "../steps.ts";
import { clear, type Sky, skyWords } from "../weather.ts";
import { skies } from "./skies.ts";

/** How much somebody wants to move: a fixed part, all that the screen offers, or a cent more. */
export type Part = number | "rest" | "too much";

const parts = fc.constantFrom<Part>(1_000, 1_000, 1_000, 2_500, "rest");
const anyParts = fc.constantFrom<Part>(1_000, 2_500, "rest", "too much");
const kinds = fc.constantFrom<ModelWish["kind"]>("capture", "refund", "refund", "release");

/** The cents of a part, by what the till knows. */
export function centsOf({ current: { known } }: SaleModel, kind: ModelWish["kind"], part: Part): number {
  if (typeof part === "number") return part;
  const refundable = (known?.total("capture") ?? 0) - (known?.total("refund") ?? 0);
  const rest = kind === "refund" ? refundable : (known?.leftCents ?? 0);
  return part === "rest" ? Math.max(1, rest) : rest + 1;
}

/** Writes a wish down, and checks that it is granted or refused as the rules say. Null when it was refused. */
export async function wishFor(
  model: SaleModel,
  house: House,
  asked: { kind: ModelWish["kind"]; part?: Part; additional?: boolean; fromOldScreen?: boolean },
): Promise<ModelOperation | null> {
  const { kind, part, additional = false, fromOldScreen = false } = asked;
  const cents = kind === "cancel_checkout" ? 0 : centsOf(model, kind, part ?? "rest");
  const { version } = await house.sale();
  const seenVersion = fromOldScreen ? house.oldVersion : version;
  const isStale = seenVersion !== version;
  const expected = refusalOf(model, { kind, cents, additional, isStale }, clockMs());
  const wish = house.wish(kind, kind === "cancel_checkout" ? null : cents, seenVersion, additional);
  return grantedAs(model, house, wish, await house.prepare(wish), expected);
}

/** Checks what became of a wish, and notes it when it was granted. */
export function grantedAs(
  model: SaleModel,
  house: House,
  wish: MoneyWish,
  result: Result<Operation>,
  expected: string | null,
): ModelOperation | null {
  expect(result.ok ? null : result.problem.code, `a ${wish.kind} is refused because`).toBe(expected);
  if (!result.ok) return null;
  house.lastWish = { wish, operationId: result.value.id };
  return note(model, result.value);
}

/** In words what somebody wants. */
function wishWords(asked: {
  kind: string;
  part?: Part;
  additional?: boolean;
  fromOldScreen?: boolean;
}): string {
  const amount = asked.part === undefined ? "" : ` ${asked.part}`;
  const meant = asked.additional ? " in addition" : "";
  return `${asked.kind}${amount}${meant}${asked.fromOldScreen ? " from an old screen" : ""}`;
}

type Asked = Parameters<typeof wishFor>[2];

/** Whether the rules grant a wish at this moment, from a screen that shows the sale as it is. */
export function isGrantable(
  model: SaleModel,
  { kind, part = "rest", additional = false }: Pick<Asked, "kind" | "part" | "additional">,
): boolean {
  const cents = kind === "cancel_checkout" ? 0 : centsOf(model, kind, part);
  return refusalOf(model, { kind, cents, additional, isStale: false }, clockMs()) === null;
}

/** A wish for money that the rules grant, sent under some sky. */
export const moneyWishes: fc.Arbitrary<Step> = fc
  .record({ kind: kinds, part: parts, additional: fc.boolean(), sky: skies })
  .map(({ sky, ...asked }) => wishing(asked, sky, true));

/** A wish that may well be refused: too much, too early, too late, or from a screen that shows what was. */
export const vainWishes: fc.Arbitrary<Step> = fc
  .record({ kind: kinds, part: anyParts, fromOldScreen: fc.constantFrom(false, false, true) })
  .map((asked) => wishing(asked, clear, false));

/** A refund as great as one before, said to come in addition to it or not. */
export const equalRefunds: fc.Arbitrary<Step> = fc.boolean().map((additional) => {
  const before = (model: SaleModel) => model.operations.findLast((it) => it.kind === "refund");
  return step(
    `the same refund again${additional ? ", in addition" : ""}`,
    async (model, house) => {
      const part = before(model)?.cents;
      const operation = part ? await wishFor(model, house, { kind: "refund", part, additional }) : null;
      if (operation) await send(model, house, operation, clear);
    },
    (model) => isGrantable(model, { kind: "refund", part: before(model)?.cents ?? 0, additional: true }),
  );
});

/** A cancel, sent under some sky. */
export const cancels: fc.Arbitrary<Step> = fc
  .record({ sky: skies, isGranted: fc.boolean() })
  .map(({ sky, isGranted }) => wishing({ kind: "cancel_checkout" }, sky, isGranted));

function wishing(asked: Asked, sky: Sky, isGranted: boolean): Step {
  return step(
    `${wishWords(asked)}${skyWords(sky)}`,
    async (model, house) => {
      const operation = await wishFor(model, house, asked);
      if (operation) await send(model, house, operation, sky);
    },
    (model) => !isGranted || isGrantable(model, asked),
  );
}

/** A person looks at the sale; their screen keeps that version until they look again. */
export const looks: fc.Arbitrary<Step> = fc.constant(null).map(() =>
  step("somebody looks", async (_, house) => {
    house.oldVersion = (await house.sale()).version;
  }),
);
