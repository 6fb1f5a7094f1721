import { expect } from "@playwright/test";
import type { SandboxProcess } from "./sandbox-process.ts";

/** An order in the sandbox's books, as far as tests look at it. Amounts in cents. */
export type OrderBooks = {
  uuid: string;
  reference_id: string;
  currency: string;
  amount_in_cents: number;
  checkout_url: string;
  checkout_status: string;
  authorized_in_cents: number;
  captured_in_cents: number;
  released_in_cents: number;
  refunded_in_cents: number;
  authorization_expires_at: string | null;
  movements: { kind: string; amount_in_cents: number; request_id: string | null }[];
};

/** A line of the gateway's log. */
export type GatewayRequest = {
  call: string;
  order_uuid: string | null;
  request_id: string | null;
  fault: string | null;
  status: number | null;
  acted: boolean;
  replayed: boolean;
};

/** A text or an e-mail that the sandbox sent. */
export type SentMessage = { order_uuid: string; channel: "sms" | "email"; recipient: string };

/** What was sent to this number or address, newest first. */
export async function messagesTo(sandbox: SandboxProcess, to: string): Promise<SentMessage[]> {
  const messages = await sandbox.control<SentMessage[]>("/messages");
  return messages.filter((message) => message.recipient.endsWith(to));
}

/** The order behind the newest link that was sent to this number or address. */
export async function orderSentTo(sandbox: SandboxProcess, to: string): Promise<string> {
  let orderUuid = "";
  await expect(async () => {
    orderUuid = (await messagesTo(sandbox, to))[0]?.order_uuid ?? "";
    expect(orderUuid).not.toBe("");
  }).toPass({ timeout: 10_000 });
  return orderUuid;
}

/** What the sandbox knows of an order. */
export function booksOf(sandbox: SandboxProcess, orderUuid: string): Promise<OrderBooks> {
  return sandbox.control<OrderBooks>(`/orders/${orderUuid}`);
}

/** The same of the order behind the newest link that was sent to this number or address. */
export async function booksFor(sandbox: SandboxProcess, to: string): Promise<OrderBooks> {
  return booksOf(sandbox, await orderSentTo(sandbox, to));
}

/** The gateway's log of one call about one order, newest first. */
export function requestsOf(
  sandbox: SandboxProcess,
  filter: { order?: string; call?: string; limit?: string },
): Promise<GatewayRequest[]> {
  return sandbox.control<GatewayRequest[]>(`/requests?${new URLSearchParams(filter)}`);
}

/** Arms a fault at the gateway: one time unless said otherwise. */
export async function armFault(
  sandbox: SandboxProcess,
  fault: {
    call: string;
    kind: string;
    times?: number;
    delayMs?: number;
    retryAfterSeconds?: number;
    status?: number;
    code?: string;
    message?: string;
  },
): Promise<void> {
  await sandbox.control("/faults", { method: "POST", body: fault });
}

/** Removes every fault, and lets webhooks go out as usual. */
export async function clearFaults(sandbox: SandboxProcess): Promise<void> {
  await sandbox.control("/faults", { method: "DELETE" });
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "deliver" } });
}
