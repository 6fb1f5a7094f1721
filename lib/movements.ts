import { mayHaveActed } from "./operation.ts";
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
 * no other operation: one that was there before the operation was sent cannot be its own. The same goes for an operation
 * whose reply named a movement that the answer does not list, in case Sezzle names the two differently. Returns
 * what is new or newly tied, in Sezzle's order.
 */
export function matchMovements(
  order: SezzleOrder,
  known: KnownMovement[],
  operations: MatchableOperation[],
): MovementMatch[] {
  const tiedBefore = new Set(known.flatMap((it) => (it.operationId ? it.uuid : [])));
  const knownBefore = new Set(known.map((it) => it.uuid));
  const all = (["capture", "release", "refund"] as const).flatMap((kind) =>
    movementsOf(order, kind).map((it) => ({
      uuid: it.movementUuid,
      kind,
      amountCents: it.amount.amountCents,
    })),
  );
  // An answer that lists a movement twice still tells of one.
  const listed = [...new Map(all.map((it) => [it.uuid, it])).values()].filter(
    (it) => !tiedBefore.has(it.uuid),
  );
  const makers = new Map<string, string>();
  const taken = new Set(known.flatMap((it) => it.operationId ?? []));
  const tie = (uuid: string, operation: MatchableOperation | undefined) => {
    if (!operation || taken.has(operation.operationId)) return;
    taken.add(operation.operationId);
    makers.set(uuid, operation.operationId);
  };
  // Those that a reply named come first: an equal one made elsewhere must not take their place.
  for (const { uuid, kind } of listed) {
    tie(
      uuid,
      operations.find((it) => it.kind === kind && it.movementUuid === uuid),
    );
  }
  for (const { uuid, kind, amountCents } of listed) {
    if (makers.has(uuid) || knownBefore.has(uuid)) continue;
    const possible = operations.filter(
      (it) => mayHaveMade(it, kind, amountCents) && !taken.has(it.operationId),
    );
    // What a person has let go of comes last: an operation that still waits for its end is the likelier one.
    tie(uuid, possible.find((it) => it.state !== "given_up") ?? possible[0]);
  }
  return listed
    .map((it) => ({ ...it, operationId: makers.get(it.uuid) ?? null, isNew: !knownBefore.has(it.uuid) }))
    .filter((it) => it.isNew || it.operationId !== null);
}

function mayHaveMade(operation: MatchableOperation, kind: MovementKind, amountCents: number): boolean {
  return mayHaveActed(operation.state) && operation.kind === kind && operation.amountCents === amountCents;
}
