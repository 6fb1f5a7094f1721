import type { OperationFact } from "./order-state.ts";
import { movementsOf } from "./order-state.ts";
import type { MovementKind, SezzleOrder } from "./sezzle-order.ts";

/** A movement kept from an earlier answer. */
export type KnownMovement = {
  uuid: string;
  kind: MovementKind;
  operationId: string | null;
};

export type MatchableOperation = OperationFact & { operationId: string };

export type MovementMatch = {
  uuid: string;
  kind: MovementKind;
  amountCents: number;
  /** The operation of ours that made it; null when it was made elsewhere, or it cannot be said yet. */
  operationId: string | null;
  isNew: boolean;
};

/**
 * Says which operation made which movement of Sezzle's answer. An operation whose reply named a movement has that one.
 * An operation without an answer is settled by a movement of its kind and amount that is new in this answer and belongs to
 * no other operation: one that was there before the operation was sent cannot be its own. Returns what is new
 * or newly tied, in Sezzle's order.
 */
export function matchMovements(
  order: SezzleOrder,
  known: KnownMovement[],
  operations: MatchableOperation[],
): MovementMatch[] {
  const knownByUuid = new Map(known.map((it) => [it.uuid, it]));
  const taken = new Set(known.flatMap((it) => it.operationId ?? []));
  const matches: MovementMatch[] = [];
  for (const kind of ["capture", "release", "refund"] as const) {
    const ofKind = operations.filter((it) => it.kind === kind);
    for (const movement of movementsOf(order, kind)) {
      const before = knownByUuid.get(movement.movementUuid);
      if (before?.operationId) continue;
      const maker = makerOf(movement.movementUuid, movement.amount.amountCents, !before, ofKind, taken);
      if (before && !maker) continue;
      if (maker) taken.add(maker.operationId);
      matches.push({
        uuid: movement.movementUuid,
        kind,
        amountCents: movement.amount.amountCents,
        operationId: maker?.operationId ?? null,
        isNew: !before,
      });
    }
  }
  return matches;
}

function makerOf(
  uuid: string,
  amountCents: number,
  isNew: boolean,
  operations: MatchableOperation[],
  taken: Set<string>,
): MatchableOperation | undefined {
  const named = operations.find((it) => it.movementUuid === uuid);
  if (named) return named;
  if (!isNew) return undefined;
  return operations.find(
    (it) =>
      (it.state === "sending" || it.state === "unconfirmed") &&
      it.movementUuid === null &&
      it.amountCents === amountCents &&
      !taken.has(it.operationId),
  );
}
