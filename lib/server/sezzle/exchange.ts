import { parseErrorBody } from "./error-body.ts";
import { type GatewayCall, GatewayError, type GatewayOutcome } from "./gateway-error.ts";
import { parseRetryAfterMs } from "./retry.ts";

const largestBodyBytes = 1024 * 1024;

/** One line about one exchange with the gateway. It names no person and holds no secret. */
export type GatewayLogEntry = {
  call: GatewayCall;
  /** Null when no answer came. */
  status: number | null;
  durationMs: number;
  requestId?: string;
  debugUuid?: string;
};

export type ExchangeSettings = {
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof fetch;
  now: () => number;
  log?: (entry: GatewayLogEntry) => void;
  watch?: ExchangeWatch;
};

/**
 * Told of each exchange when it begins, and by what it returns when it has ended. `isAnswered`: a whole success or a definite
 * refusal came, so the gateway is there.
 */
export type ExchangeWatch = (call: GatewayCall) => (isAnswered: boolean) => void;

export type GatewayRequest = {
  call: GatewayCall;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  /** Sent as `Sezzle-Request-Id`, which makes capture, refund, release and reauthorize idempotent. */
  requestId?: string;
  /** Nobody waits for it: after a 429 it is the caller's own back-off that decides. */
  unhurried?: boolean;
  /** What is asked for; JSON unless set. */
  accept?: string;
  /** Beyond this the answer is given up; a megabyte unless set. */
  largestBodyBytes?: number;
};

/** The body of a success, and its status. */
export type GatewayAnswer = { status: number; text: string };

/**
 * Sends one request once and returns its success. Throws a GatewayError for every other end of it, and says
 * there whether the request can have been acted on.
 */
export async function exchange(
  settings: ExchangeSettings,
  request: GatewayRequest,
  token?: string,
): Promise<GatewayAnswer> {
  const startedAtMs = performance.now();
  const ended = settings.watch?.(request.call);
  let isAnswered = false;
  let status: number | null = null;
  let debugUuid: string | null | undefined;
  try {
    const response = await settings.fetch(settings.baseUrl + request.path, {
      method: request.method,
      headers: headersOf(request, token),
      body: request.body === undefined ? null : JSON.stringify(request.body),
      // A redirect would carry the token, or a payment, to an address nobody configured.
      redirect: "manual",
      // Next remembers answers of fetch unless told not to.
      cache: "no-store",
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    status = response.status;
    if (response.ok) {
      const text = await readText(response, request.largestBodyBytes);
      isAnswered = true;
      return { status, text };
    }
    isAnswered = outcomeOfStatus(status) === "refused";
    // The status alone settles what a refusal means, so a body that breaks off takes nothing from it.
    const body = await readText(response).catch(() => "");
    const errors = parseErrorBody(token ? body.replaceAll(token, "[token]") : body);
    debugUuid = errors.find((detail) => detail.debugUuid !== null)?.debugUuid;
    const named = errors
      .slice(0, 3)
      .map(({ code, location }) => [code, location].filter(Boolean).join(" at "));
    const retryAfterMs = parseRetryAfterMs(response.headers.get("retry-after"), settings.now());
    throw new GatewayError(request.call, [`Sezzle answered ${status}`, ...named].join(", "), {
      reason: "answer",
      outcome: outcomeOfStatus(status),
      status,
      errors,
      retryAfterMs,
    });
  } catch (error) {
    throw error instanceof GatewayError ? error : withoutAnswer(request.call, status, error);
  } finally {
    ended?.(isAnswered);
    settings.log?.({
      call: request.call,
      status,
      durationMs: Math.round(performance.now() - startedAtMs),
      ...(request.requestId && { requestId: request.requestId }),
      ...(debugUuid && { debugUuid }),
    });
  }
}

function headersOf(request: GatewayRequest, token: string | undefined): Record<string, string> {
  return {
    accept: request.accept ?? "application/json",
    ...(request.body !== undefined && { "content-type": "application/json" }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(request.requestId !== undefined && { "sezzle-request-id": request.requestId }),
  };
}

async function readText(response: Response, mostBytes = largestBodyBytes): Promise<string> {
  if (!response.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  // Leaving the loop by an error cancels the stream, so an endless body costs no more than the limit.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new RangeError(`the answer is longer than ${mostBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * A 4xx is a definite refusal, but for 408 and 425: a proxy in between may answer those for a request it has passed on.
 * So may it a 5xx, and so may it a redirect, which no call of Sezzle's is documented to answer.
 */
function outcomeOfStatus(status: number): GatewayOutcome {
  return status >= 400 && status < 500 && status !== 408 && status !== 425 ? "refused" : "unknown";
}

function withoutAnswer(call: GatewayCall, status: number | null, cause: unknown): GatewayError {
  if (cause instanceof Error && cause.name === "TimeoutError") {
    return new GatewayError(call, "Sezzle did not answer in time", {
      reason: "timeout",
      outcome: "unknown",
      status,
      cause,
    });
  }
  const tooLong = cause instanceof RangeError;
  return new GatewayError(call, tooLong ? "Sezzle's answer is too long" : "the connection to Sezzle failed", {
    reason: tooLong ? "unreadable" : "network",
    outcome: failedToConnect(cause) ? "not_sent" : "unknown",
    status,
    cause,
  });
}

const unconnectedCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

// fetch wraps what happened in causes, and in an AggregateError when it tried several addresses. All have to be failures
// to connect before it is certain that no byte left.
function failedToConnect(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(failedToConnect);
  if ("code" in error && unconnectedCodes.has(String(error.code))) return true;
  if ("syscall" in error && error.syscall === "connect") return true;
  return error.cause !== undefined && failedToConnect(error.cause);
}
