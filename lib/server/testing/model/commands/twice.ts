import fc from "fast-check";
import { expect } from "vitest";
import { learn } from "../../../orders/learn.ts";
import { recoverDeadOperations } from "../../../payments/recover.ts";
import { runOperation } from "../../../payments/run-operation.ts";
import { clockMs, duringTheNextWait } from "../clock.ts";
import type { ModelOperation } from "../facts.ts";
import { granted, present } from "../house.ts";
import { answered, hasTried, send } from "../moves.ts";
import { type ModelWish, refusalOf } from "../rules.ts";
import { type Step, step } from "../steps.ts";
import { answering, clear, weathers } from "../weather.ts";
import { centsOf, grantedAs, isGrantable, type Part, wishFor } from "./wishes.ts";

const kinds = fc.constantFrom<ModelWish["kind"]>("capture", "release", "refund", "cancel_checkout");
const parts = fc.constantFrom<Part>(1_000, 1_000, 2_500, "rest");

/** The last wish that was granted comes again: a replayed form, a retried action. */
export const replays: fc.Arbitrary<Step> = fc.boolean().map((asAnother) =>
  step(
    asAnother ? "the last wish comes back as another" : "the last wish comes again",
    async (model, house) => {
      if (!house.lastWish) return;
      const { wish, operationId } = house.lastWish;
      if (asAnother) {
        const kind = wish.kind === "capture" ? "release" : "capture";
        expect(await house.prepare({ ...wish, kind })).toMatchObject({ problem: { code: "reused_wish" } });
        return;
      }
      expect(granted(await house.prepare(wish)).id, "the operation of a wish").toBe(operationId);
      const operation = model.operations.find((it) => it.id === operationId);
      // One that waits for a process still alive by its lease may be taken over; any other is left alone.
      if (operation?.state === "prepared" && clockMs() < operation.leaseEndsAt)
        await send(model, house, operation, clear);
      else await runOperation(operationId);
    },
  ),
);

/** Both taps of a double tap, at once. */
export const doubleTaps: fc.Arbitrary<Step> = fc.record({ kind: kinds, part: parts }).map(({ kind, part }) =>
  step(
    `${kind} ${part}, tapped twice`,
    async (model, house) => {
      const cents = kind === "cancel_checkout" ? null : centsOf(model, kind, part);
      const wish = house.wish(kind, cents, (await house.sale()).version, true);
      const expected = refusalOf(
        model,
        { kind, cents: cents ?? 0, additional: true, isStale: false },
        clockMs(),
      );
      const [first, second] = await Promise.all([house.prepare(wish), house.prepare(wish)]);
      const operation = grantedAs(model, house, wish, first, expected);
      expect(second).toMatchObject(first.ok ? { value: { id: first.value.id } } : { ok: false });
      if (!operation) return;
      await house.meet(clear);
      const at = clockMs();
      await Promise.all([runOperation(operation.id), runOperation(operation.id)]);
      await hasTried(model, house, operation, clear, at);
    },
    (model) => isGrantable(model, { kind, part, additional: true }),
  ),
);

/** Two people want something at the same moment, having seen the same. */
export const collisions: fc.Arbitrary<Step> = fc
  .record({ kinds: fc.tuple(kinds, kinds), parts: fc.tuple(parts, parts) })
  .map(({ kinds: [one, other], parts: [onePart, otherPart] }) =>
    step(
      `at once: ${one} ${onePart}, and ${other} ${otherPart}`,
      async (model, house) => {
        const { version } = await house.sale();
        const wishes = (
          [
            [one, onePart],
            [other, otherPart],
          ] as const
        ).map(([kind, part]) => {
          const cents = kind === "cancel_checkout" ? 0 : centsOf(model, kind, part);
          return { kind, cents, wish: house.wish(kind, cents || null, version, true) };
        });
        const results = await Promise.all(wishes.map(({ wish }) => house.prepare(wish)));
        let operation: ModelOperation | null = null;
        for (const [at, { kind, cents, wish }] of wishes.entries()) {
          const expected = refusalOf(model, { kind, cents, additional: true, isStale: false }, clockMs());
          operation = grantedAs(model, house, wish, present(results[at]), expected) ?? operation;
        }
        if (operation) await send(model, house, operation, clear);
      },
      (model) => isGrantable(model, { kind: one, part: onePart, additional: true }),
    ),
  );

type Meanwhile =
  | "taken for dead"
  | "taken for dead, and Sezzle is asked"
  | "refunded in the dashboard as well";

/** An answer takes so long that its process is taken for dead; then it comes. */
export const lateAnswers: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom<Exclude<ModelWish["kind"], "cancel_checkout">>("capture", "release", "refund"),
    part: parts,
    slow: fc.constantFrom(...weathers.filter((it) => it.faults.some(({ delayMs }) => delayMs))),
    meanwhile: fc.constantFrom<Meanwhile>(
      "taken for dead",
      "taken for dead, and Sezzle is asked",
      "refunded in the dashboard as well",
    ),
  })
  .map(({ kind, part, slow, meanwhile }) =>
    step(
      `${kind} ${part}, ${slow.name}, meanwhile ${meanwhile}`,
      async (model, house) => {
        const operation = await wishFor(model, house, { kind, part, additional: true });
        const { order, orderUuid } = model.current;
        if (!operation || !order || !orderUuid) return;
        await house.meet({ call: slow, asking: answering });
        const sentAt = clockMs();
        let done = slow.lateMs ? null : model.carryOut(operation, sentAt);
        operation.state = "sending";
        operation.firstTryAt = sentAt;
        operation.leaseEndsAt = sentAt + 15_000;
        duringTheNextWait(async () => {
          await recoverDeadOperations();
          model.recover(clockMs());
          if (meanwhile === "taken for dead") return;
          if (
            meanwhile !== "taken for dead, and Sezzle is asked" &&
            order.allows("refund", operation.cents)
          ) {
            await house.sandbox.act(orderUuid, "refund", operation.cents);
            order.settle(clockMs()).move("refund", operation.cents, null);
          }
          await learn(orderUuid, "poll");
          await answered(model, house, model.current);
        });
        await runOperation(operation.id);
        done ??= model.carryOut(operation, sentAt + (slow.lateMs ?? 0));
        model.tried(operation, slow, done, sentAt);
        await answered(model, house, model.current);
      },
      (model) => isGrantable(model, { kind, part, additional: true }),
    ),
  );
