import { z } from "zod";
import { capture, refund, release, type Wish } from "../orders/movements.ts";
import { getOrder } from "../orders/order-store.ts";
import { reauthorize } from "../orders/reauthorization.ts";
import { Refusal } from "../refusal.ts";
import { isoTime, type Sandbox, transact } from "../sandbox.ts";
import { readings } from "../settings.ts";
import { errorShape, price } from "./shapes.ts";
import { parseBody, priceSchema } from "./validation.ts";

export type MoneyCall = "capture" | "refund" | "release" | "reauthorize";

/** What a money call is answered with; `replayed` when it is the stored answer to an earlier request. */
export interface MoneyAnswer {
  status: number;
  body: unknown;
  replayed: boolean;
}

const captureSchema = z.object({ capture_amount: priceSchema });
const LONGEST_KEY = 255;

/**
 * Carries out a capture, refund, release or reauthorization, once for each `Sezzle-Request-Id`: the answer, also a
 * 422, is stored with the act, and the same request under the same key gets it again.
 * @throws Refusal 400 or 422 for a request that is not valid, 404, or as the reading says for a reused key.
 */
export function moneyCall(
  sandbox: Sandbox,
  call: MoneyCall,
  request: { orderUuid: string; requestId: string | null; body: unknown },
): MoneyAnswer {
  const { requestId, orderUuid } = request;
  if (requestId !== null && (requestId === "" || requestId.length > LONGEST_KEY)) {
    throw new Refusal(400, {
      code: "bad_request",
      location: "Sezzle-Request-Id",
      message: "The key has to be 1 to 255 characters long.",
    });
  }
  const amount =
    call === "capture"
      ? parseBody(captureSchema, request.body).capture_amount
      : parseBody(priceSchema, request.body);
  const wish: Wish = {
    orderUuid,
    amountCents: amount.amount_in_cents,
    currency: amount.currency,
    source: "gateway",
    requestId,
    locationPrefix: call === "capture" ? "capture_amount." : "",
  };
  return transact(sandbox, () => {
    getOrder(sandbox, orderUuid);
    if (requestId === null) return carryOut(sandbox, call, wish);
    const fingerprint = [call, orderUuid, wish.amountCents, wish.currency].join(" ");
    const earlier = storedAnswer(sandbox, requestId, fingerprint);
    if (earlier) return earlier;
    const answer = carryOut(sandbox, call, wish);
    sandbox.db
      .prepare(
        "INSERT INTO idempotency_keys (request_id, fingerprint, status, body, created_at) VALUES (?, ?, ?, ?, ?)",
      )
      .run(requestId, fingerprint, answer.status, JSON.stringify(answer.body), sandbox.now());
    return answer;
  });
}

function storedAnswer(sandbox: Sandbox, requestId: string, fingerprint: string): MoneyAnswer | undefined {
  const row = sandbox.db
    .prepare<[string], { fingerprint: string; status: number; body: string }>(
      "SELECT fingerprint, status, body FROM idempotency_keys WHERE request_id = ?",
    )
    .get(requestId);
  if (!row) return undefined;
  const { idempotencyConflict } = readings.read(sandbox);
  if (row.fingerprint !== fingerprint && idempotencyConflict !== "replay") {
    throw new Refusal(idempotencyConflict, {
      code: "duplicate",
      location: "Sezzle-Request-Id",
      message: "This key was used for another request.",
    });
  }
  return { status: row.status, body: JSON.parse(row.body) as unknown, replayed: true };
}

function carryOut(sandbox: Sandbox, call: MoneyCall, wish: Wish): MoneyAnswer {
  try {
    return { status: 200, body: act(sandbox, call, wish), replayed: false };
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) {
      return { status: 422, body: errorShape(sandbox, error.details), replayed: false };
    }
    throw error;
  }
}

function act(sandbox: Sandbox, call: MoneyCall, wish: Wish): unknown {
  switch (call) {
    case "capture":
      return { uuid: capture(sandbox, wish).uuid };
    case "refund":
      return { uuid: refund(sandbox, wish).uuid };
    case "release":
      return { uuid: release(sandbox, wish).uuid };
    case "reauthorize": {
      const order = reauthorize(sandbox, wish);
      const approved = order.authorized_at !== null;
      return {
        uuid: order.uuid,
        intent: order.intent,
        reference_id: order.reference_id,
        order_amount: price(order.amount_cents, order.currency),
        authorization: {
          authorization_amount: price(order.authorized_cents, order.currency),
          approved,
          ...(approved ? { expiration: isoTime(order.authorization_expires_at) } : {}),
        },
      };
    }
  }
}
