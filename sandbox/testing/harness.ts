import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { startSandbox } from "../server.ts";

// Every answer is on disk before it is given: a busy machine takes its time over that.
vi.setConfig({ testTimeout: 30_000 });

/** The merchant's keys in tests. */
export const KEYS = { public_key: "sz_pub_test", private_key: "sz_pr_test" };

/** An answer, with its body parsed where it is JSON. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

interface Books {
  uuid: string;
  checkout_status: string;
  closed_because: string | null;
  captured_in_cents: number;
  released_in_cents: number;
  refunded_in_cents: number;
  movements: { kind: string; amount_in_cents: number; source: string; request_id: string | null }[];
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** A sandbox on a free port with a database and a clock of its own, gone when the test is over. */
export async function startTestSandbox() {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-test-"));
  const environment = {
    port: 0,
    databasePath: join(folder, "sandbox.db"),
    publicKey: KEYS.public_key,
    privateKey: KEYS.private_key,
    url: undefined,
  };
  const clock = { at: Date.UTC(2026, 0, 31, 12) };
  const now = () => clock.at;
  let running = await startSandbox(environment, now);
  let token: string | undefined;
  onTestFinished(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  /** Any request to the sandbox; redirects are not followed. */
  async function request(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${running.url}${path}`, { method, redirect: "manual", ...init });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson ? parse(text) : text, headers: response.headers };
  }

  async function bearer(): Promise<string> {
    token ??= (
      (await request("POST", "/v2/authentication", { body: JSON.stringify(KEYS) })).body as { token: string }
    ).token;
    return token;
  }

  /** A gateway call with a valid token. */
  async function gateway(method: string, path: string, body?: unknown, requestId?: string): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${await bearer()}`,
      ...(requestId === undefined ? {} : { "sezzle-request-id": requestId }),
    };
    return request(method, `/v2${path}`, {
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** A control call, which must succeed. */
  async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await request(
      method,
      `/control/api${path}`,
      body === undefined ? {} : { body: JSON.stringify(body) },
    );
    if (answer.status >= 400)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  /** Opens a checkout and returns its order's uuid. */
  async function openCheckout(order: Record<string, unknown> = {}): Promise<string> {
    const answer = await gateway("POST", "/session", sessionRequest(order));
    if (answer.status !== 201) throw new Error(`No session: ${JSON.stringify(answer.body)}`);
    return (answer.body as { order: { uuid: string } }).order.uuid;
  }

  /** Opens a checkout of $100.00 and completes it as the shopper would. */
  async function authorizedOrder(order: Record<string, unknown> = {}): Promise<string> {
    const uuid = await openCheckout(order);
    await control("POST", `/orders/${uuid}/complete`);
    return uuid;
  }

  return {
    url: () => running.url,
    request,
    gateway,
    control,
    openCheckout,
    authorizedOrder,
    books: (uuid: string) => control<Books>("GET", `/orders/${uuid}`),
    /** Moves the clock forward and lets due webhooks leave. */
    advance(ms: number): void {
      clock.at += ms;
      running.wakeDeliveries();
    },
    now,
    /** Ends this sandbox and starts another one on the same database, on another port. */
    async restart(): Promise<void> {
      await running.close();
      running = await startSandbox(environment, now);
    },
  };
}

/** A valid session request, with the given fields of its order replaced. */
export function sessionRequest(order: Record<string, unknown> = {}) {
  return {
    cancel_url: { href: "http://shop.test/cancelled", method: "GET" },
    complete_url: { href: "http://shop.test/done", method: "GET" },
    order: {
      intent: "AUTH",
      reference_id: "R-1001",
      description: "Running shoes",
      order_amount: usd(10_000),
      metadata: { location_id: "17", store_name: "Maple St" },
      send_checkout_url: { to_sms_phone: "6125550147" },
      ...order,
    },
  };
}

/** A price in US dollars. */
export function usd(amountInCents: number) {
  return { amount_in_cents: amountInCents, currency: "USD" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
