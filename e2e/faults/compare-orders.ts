import type { OperationState } from "#lib/operation.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import type { OperationRow, OrderRow } from "./app-books.ts";
import type { SezzleMovementRow, SezzleOrderRow } from "./sezzle-books.ts";
import type { World } from "./world.ts";

/** What differs about one order between Sezzle's books and the app's. */
export type OrderDifference = { order: SezzleOrderRow; ours: OrderRow | null; sentence: string };

type Attempt = {
  number: string;
  isCurrent: 0 | 1;
  status: SaleStatus;
  /** How its opening stands; null for one that was approved again, which has none. */
  opening: OperationState | null;
};

/** Compares every order that the app opened, cent by cent: amounts, movements and their makers, and the sale's status. */
export function compareOrders(world: World): OrderDifference[] {
  return world.sezzle
    .orders()
    .filter(({ channel }) => channel !== "other")
    .flatMap((order) => compareOrder(world, order));
}

function compareOrder(world: World, order: SezzleOrderRow): OrderDifference[] {
  const { app, sezzle } = world;
  const ours = app.order(order.uuid);
  const attempt = attemptOf(world, order, ours);
  const differ = (what: string): OrderDifference => {
    const sentence = `sale ${attempt?.number ?? "unknown"}, order ${order.uuid}: ${what}`;
    return { order, ours, sentence };
  };
  if (!attempt) return [differ("it was opened for no attempt of the app's.")];
  if (!ours) {
    // Its answer was lost, and nothing has told of it since; nor was anything approved.
    const isLost = attempt.opening !== "succeeded" || order.channel === "reauthorization";
    return isLost && order.authorizedAt === null
      ? []
      : [
          differ(
            `the app does not know it (its opening is ${attempt.opening}, it is of the channel ${order.channel}).`,
          ),
        ];
  }
  if (ours.kind !== "main") return [differ(`it is a ${ours.kind} order: its attempt has opened two.`)];
  if (!ours.snapshot) return [differ("the app has never had an answer about it.")];
  const movements = sezzle.movementsOf(order.uuid);
  return [
    ...amountsOf(order, ours.snapshot, movements),
    ...makersOf(world, ours, movements),
    ...(attempt.isCurrent ? statusOf(order, movements, attempt.status) : []),
  ].map(differ);
}

/** The attempt an order was made for: of one that was approved again, the app's own word, since it carries the first one's metadata. */
function attemptOf(
  { app }: World,
  { channel, metadata }: SezzleOrderRow,
  ours: OrderRow | null,
): Attempt | null {
  const { till_attempt: named } = JSON.parse(metadata) as Record<string, string>;
  const id = channel === "reauthorization" ? (ours?.attemptId ?? named) : named;
  return app.one<Attempt>(
    `select number, status, current_attempt_id = attempts.id as "isCurrent",
       (select state from operations where attempt_id = attempts.id and kind = 'open_checkout') as opening
     from attempts join sales on sales.id = sale_id where attempts.id = ?`,
    id,
  );
}

function amountsOf(order: SezzleOrderRow, snapshot: SezzleOrder, movements: SezzleMovementRow[]): string[] {
  const theirs = [
    `checkout ${order.checkoutStatus}`,
    `authorized ${order.authorizedCents}`,
    ...movements.map(({ kind, amountCents, uuid }) => `${kind} ${amountCents} (${uuid})`).sort(),
  ];
  const { authorization, checkoutStatus } = snapshot;
  const ours = [
    `checkout ${checkoutStatus}`,
    `authorized ${authorization?.approved ? authorization.amount.amountCents : 0}`,
    ...(["capture", "refund", "release"] as const)
      .flatMap((kind) =>
        (authorization?.[`${kind}s`] ?? []).map(
          (it) => `${kind} ${it.amount.amountCents} (${it.movementUuid})`,
        ),
      )
      .sort(),
  ];
  if (theirs.join() === ours.join()) return [];
  return [`Sezzle has ${theirs.join(", ")}; the app has ${ours.join(", ")}.`];
}

/** Each movement made through the gateway belongs to the one operation it was asked for by. */
function makersOf({ app }: World, ours: OrderRow, movements: SezzleMovementRow[]): string[] {
  const operations = app.operationsOn(ours);
  const kept = app.all<{ uuid: string; operationId: string | null }>(
    'select uuid, operation_id as "operationId" from movements where order_uuid = ?',
    ours.uuid,
  );
  return movements.flatMap((movement) => {
    const name = `the ${movement.kind} of ${movement.amountCents} (${movement.uuid})`;
    const tied = kept.filter((it) => it.uuid === movement.uuid).map((it) => it.operationId);
    if (tied.length !== 1) return [`${name} is kept ${tied.length} times.`];
    if (movement.source !== "gateway") return [];
    const maker = operations.find(({ id }) => id === movement.requestId);
    if (!maker)
      return [`${name} was asked for by ${movement.requestId}, which is no operation of this order.`];
    if (fits(maker, movement) && tied[0] === maker.id) return [];
    // An equal one that was made elsewhere may stand for it: nobody can tell the two apart.
    const isTwin = (it: SezzleMovementRow) =>
      it.kind === movement.kind && it.amountCents === movement.amountCents && it.source !== "gateway";
    if (movements.some((it) => isTwin(it) && it.uuid === maker.movementUuid)) return [];
    return [`${name} is tied to ${tied[0]}, and operation ${maker.id} is ${maker.state}.`];
  });
}

function fits(maker: OperationRow, { kind, amountCents, uuid }: SezzleMovementRow): boolean {
  const isSame = maker.kind === kind && maker.amountCents === amountCents;
  return isSame && maker.state === "succeeded" && maker.movementUuid === uuid;
}

function statusOf(order: SezzleOrderRow, movements: SezzleMovementRow[], status: SaleStatus): string[] {
  const expected = expectedStatuses(order, movements);
  return expected.includes(status) ? [] : [`the sale is ${status}, and should be ${expected.join(" or ")}.`];
}

/** What a sale can be called whose order is this, worked out apart from the app. */
function expectedStatuses(order: SezzleOrderRow, movements: SezzleMovementRow[]): SaleStatus[] {
  const total = (kind: string) =>
    movements.filter((it) => it.kind === kind).reduce((sum, it) => sum + it.amountCents, 0);
  const [captured, released, refunded] = [total("capture"), total("release"), total("refund")];
  if (order.authorizedAt === null) {
    if (order.checkoutStatus === "active") return ["link_sent"];
    return order.checkoutStatus === "denied" ? ["denied"] : ["cancelled", "checkout_expired"];
  }
  const isOver = captured + released === order.authorizedCents;
  if (captured === 0) return isOver ? ["released", "authorization_expired"] : ["authorized"];
  if (!isOver) return ["partially_captured"];
  if (refunded === 0) return ["captured"];
  return refunded === captured ? ["refunded"] : ["partially_refunded"];
}
