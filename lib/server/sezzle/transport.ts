import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import { type ExchangeSettings, exchange, type GatewayAnswer, type GatewayRequest } from "./exchange.ts";
import { type GatewayCall, GatewayError } from "./gateway-error.ts";
import { type CallKind, retryDelayMs } from "./retry.ts";
import { authenticationAnswer } from "./schemas.ts";
import { createTokenStore, type GatewayToken } from "./token.ts";

type TransportSettings = ExchangeSettings & {
  publicKey: string;
  privateKey: string;
  wait?: (delayMs: number) => Promise<unknown>;
};

export type Transport = {
  /** The shared token, taken when there is none. */
  signIn(): Promise<GatewayToken>;
  /**
   * Sends a call with the shared token and reads its answer, JSON unless `read` says otherwise; it throws a SyntaxError for what
   * it cannot read. Throws a GatewayError.
   */
  send<T>(request: GatewayRequest, answer: z.ZodType<T>, read?: (text: string) => unknown): Promise<T>;
};

/** Signs in, repeats what is safe to repeat, and reads answers. */
export function createTransport(settings: TransportSettings): Transport {
  const wait = settings.wait ?? delay;
  const tokens = createTokenStore(authenticate, settings.now);

  async function repeating<T>(kind: CallKind, attempt: () => Promise<T>): Promise<T> {
    const soFar = { retries: 0, waitedMs: 0 };
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const delayMs = error instanceof GatewayError ? retryDelayMs(error, kind, soFar) : null;
        if (delayMs === null) throw error;
        await wait(delayMs);
        soFar.retries += 1;
        soFar.waitedMs += delayMs;
      }
    }
  }

  async function authenticate(): Promise<GatewayToken> {
    const request: GatewayRequest = {
      call: "authenticate",
      method: "POST",
      path: "/v2/authentication",
      body: { public_key: settings.publicKey, private_key: settings.privateKey },
    };
    // Safe to repeat though it is a POST: several tokens may live at once.
    return await repeating("safe", async () =>
      readAnswer(request.call, await exchange(settings, request), authenticationAnswer),
    );
  }

  return {
    signIn: () => tokens.current(),
    async send(request, answer, read = JSON.parse) {
      let renewed = false;
      const attempt = async (): Promise<GatewayAnswer> => {
        const { token } = await tokens.current().catch((error: unknown) => {
          throw withoutToken(request.call, error);
        });
        try {
          return await exchange(settings, request, token);
        } catch (error) {
          if (!(error instanceof GatewayError) || error.status !== 401) throw error;
          tokens.drop(token);
          if (renewed) throw error;
          // A 401 was turned away before anything was done, so even a payment may come again with a fresh token.
          renewed = true;
          return await attempt();
        }
      };
      const kind = request.unhurried ? "unhurried" : request.method === "GET" ? "safe" : "changing";
      return readAnswer(request.call, await repeating(kind, attempt), answer, read);
    },
  };
}

function withoutToken(call: GatewayCall, cause: unknown): GatewayError {
  const known = cause instanceof GatewayError ? cause : null;
  return new GatewayError(call, "not sent, because signing in to Sezzle failed", {
    reason: "token",
    outcome: "not_sent",
    errors: known?.errors,
    retryAfterMs: known?.retryAfterMs,
    cause,
  });
}

function readAnswer<T>(
  call: GatewayCall,
  { status, text }: GatewayAnswer,
  answer: z.ZodType<T>,
  read: (text: string) => unknown = JSON.parse,
): T {
  const unreadable = (what: string, cause?: unknown) =>
    new GatewayError(call, `Sezzle answered ${status}, but its answer ${what}`, {
      reason: "unreadable",
      outcome: "unknown",
      status,
      cause,
    });
  let json: unknown;
  try {
    json = text === "" ? undefined : read(text);
  } catch {
    // The parser's own error quotes the body, which may hold a token.
    throw unreadable(read === JSON.parse ? "is not JSON" : "cannot be read");
  }
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw unreadable("lacks what it must have", parsed.error);
  return parsed.data;
}
