/** The gateway's calls, by the name of the client's method. */
export type GatewayCall =
  | "authenticate"
  | "createSession"
  | "getSession"
  | "getOrder"
  | "setReference"
  | "deleteCheckout"
  | "capture"
  | "refund"
  | "release"
  | "reauthorize"
  | "listWebhooks"
  | "createWebhook"
  | "updateWebhook"
  | "deleteWebhook"
  | "testWebhook"
  | "listPayouts"
  | "getPayoutDetails";

/**
 * What is known of the call's effect.
 * `refused`: Sezzle gave a definite 4xx answer, so it did nothing.
 * `not_sent`: no byte of this request can have reached Sezzle.
 * `unknown`: it may or may not have been acted on; only asking for the order tells.
 */
export type GatewayOutcome = "refused" | "not_sent" | "unknown";

/**
 * Why the call failed. `answer`: an HTTP status that is not a success. `timeout`, `network`: no whole answer came.
 * `unreadable`: a success whose body cannot be understood. `token`: signing in failed before this call (see `cause`).
 * `input`: the caller gave something that cannot be put into a request.
 */
export type GatewayErrorReason = "answer" | "timeout" | "network" | "unreadable" | "token" | "input";

/** One entry of Sezzle's error body. `message` is Sezzle's text without any phone number, e-mail or key. */
export type GatewayErrorDetail = {
  code: string | null;
  location: string | null;
  message: string | null;
  /** What Sezzle's support asks for. */
  debugUuid: string | null;
};

// Next bundles this module apart for routes, actions and start-up, so there are several classes of this name in a process, and
// an error thrown by one must be known to another.
const brand = Symbol.for("till-for-sezzle/gateway-error");

type GatewayErrorFacts = {
  reason: GatewayErrorReason;
  outcome: GatewayOutcome;
  status?: number | null;
  errors?: GatewayErrorDetail[];
  retryAfterMs?: number;
  cause?: unknown;
};

/**
 * The one error the gateway client throws. It holds no key, token, phone number or e-mail, so it may be logged whole.
 * `status` is the HTTP status of this very call, null when it got none.
 */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly [brand] = true;
  readonly call: GatewayCall;
  readonly reason: GatewayErrorReason;
  readonly outcome: GatewayOutcome;
  readonly status: number | null;
  readonly errors: GatewayErrorDetail[];
  readonly retryAfterMs?: number;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && brand in value;
  }

  constructor(call: GatewayCall, summary: string, facts: GatewayErrorFacts) {
    super(`${call}: ${summary}`, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.call = call;
    this.reason = facts.reason;
    this.outcome = facts.outcome;
    this.status = facts.status ?? null;
    this.errors = facts.errors ?? [];
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
  }
}
