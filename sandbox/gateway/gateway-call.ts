import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { Refusal } from "../refusal.ts";
import { type Sandbox, transact } from "../sandbox.ts";
import { requireToken } from "./authentication.ts";
import type { GatewayCall } from "./calls.ts";
import { type Fault, takeFault } from "./faults.ts";
import { logAct, logAnswer, logArrival } from "./request-log.ts";
import { errorShape } from "./shapes.ts";

export type GatewayContext = Context<{ Bindings: HttpBindings }>;

/** What a call's handler gets to see. */
export interface GatewayRequest {
  /** The `{uuid}` of the path, or "" where there is none. */
  uuid: string;
  requestId: string | null;
  query: Record<string, string>;
  body: unknown;
}

/** What a handler answers; no `body`, no bytes. `csv` in place of JSON. `orderUuid` goes to the request log. */
export interface GatewayAnswer {
  status: number;
  body?: unknown;
  csv?: string;
  replayed?: boolean;
  orderUuid?: string;
}

type Handler = (request: GatewayRequest) => GatewayAnswer;

/**
 * Wraps a handler in what all calls share: the log, faults, the bearer token, JSON, and errors in Sezzle's shape.
 * The handler runs synchronously, so that a call is carried out as a whole or not at all.
 */
export function gatewayCall(sandbox: Sandbox, call: GatewayCall, handler: Handler) {
  return async (c: GatewayContext): Promise<Response> => {
    const text = await c.req.text();
    const uuid = c.req.param("uuid") ?? "";
    const requestId = c.req.header("sezzle-request-id") ?? null;
    const fault = takeFault(sandbox, call);
    const arrive = () =>
      logArrival(sandbox, {
        method: c.req.method,
        path: c.req.path,
        call,
        orderUuid: c.req.path.startsWith("/v2/order/") ? uuid : null,
        requestId,
        fault: fault?.kind ?? null,
      });
    const carryOut = (logId: number) =>
      transact(sandbox, () => {
        const answer = perform(sandbox, c, call, handler, { uuid, requestId, query: c.req.query() }, text);
        logAct(sandbox, logId, {
          acted: answer.status < 300 && !answer.replayed,
          replayed: answer.replayed ?? false,
          orderUuid: answer.orderUuid ?? null,
        });
        return answer;
      });
    if (fault) return faultyCall(sandbox, c, fault, arrive(), carryOut);
    return transact(sandbox, () => {
      const logId = arrive();
      return respond(sandbox, logId, carryOut(logId));
    });
  };
}

async function faultyCall(
  sandbox: Sandbox,
  c: GatewayContext,
  fault: Fault,
  logId: number,
  carryOut: (logId: number) => GatewayAnswer,
): Promise<Response> {
  if (fault.kind === "cut") return cut(c);
  if (fault.kind === "status") return respondFault(sandbox, logId, fault);
  if (fault.kind === "delay") await pause(sandbox, fault);
  if (sandbox.stopping.aborted) return cut(c);

  const answer = carryOut(logId);

  if (fault.kind === "lose_answer") return cut(c);
  if (fault.kind === "delay_after") await pause(sandbox, fault);
  if (sandbox.stopping.aborted) return cut(c);
  if (fault.kind === "act_then_status") return respondFault(sandbox, logId, fault);
  if (fault.kind === "malformed") {
    logAnswer(sandbox, logId, 200);
    return new Response('{"uuid": "9f3<html>', { headers: { "content-type": "application/json" } });
  }
  return respond(sandbox, logId, answer);
}

function perform(
  sandbox: Sandbox,
  c: GatewayContext,
  call: GatewayCall,
  handler: Handler,
  request: Omit<GatewayRequest, "body">,
  text: string,
): GatewayAnswer {
  try {
    if (call !== "authentication") requireToken(sandbox, c.req.header("authorization"));
    return handler({ ...request, body: parseJson(c.req.method, text) });
  } catch (error) {
    return refusalAnswer(sandbox, error);
  }
}

/** The answer to something that was thrown: a refusal as it says, anything else as a 500 that is written to stderr. */
export function refusalAnswer(sandbox: Sandbox, error: unknown): GatewayAnswer {
  if (error instanceof Refusal) {
    return { status: error.status, body: errorShape(sandbox, error.details) };
  }
  console.error("The sandbox failed on a gateway call:", error);
  const details = [{ code: "internal_error", location: "server", message: "The sandbox itself failed." }];
  return { status: 500, body: errorShape(sandbox, details) };
}

function parseJson(method: string, text: string): unknown {
  if (method === "GET" || method === "DELETE") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, { code: "bad_request", location: "body", message: "The body is not JSON." });
  }
}

function respond(sandbox: Sandbox, logId: number, answer: GatewayAnswer): Response {
  logAnswer(sandbox, logId, answer.status);
  return toResponse(answer);
}

function respondFault(sandbox: Sandbox, logId: number, fault: Fault): Response {
  const details = [{ code: fault.code, location: "sandbox", message: fault.message }];
  const response = respond(sandbox, logId, { status: fault.status, body: errorShape(sandbox, details) });
  if (fault.retryAfterSeconds !== null) {
    response.headers.set("retry-after", String(fault.retryAfterSeconds));
  }
  return response;
}

/** An answer as an HTTP response, never to be cached. */
export function toResponse(answer: GatewayAnswer): Response {
  if (answer.csv !== undefined) {
    const headers = { "cache-control": "no-store", "content-type": "text/csv; charset=utf-8" };
    return new Response(answer.csv, { status: answer.status, headers });
  }
  const headers = { "cache-control": "no-store", "content-type": "application/json" };
  if (answer.body === undefined) {
    return new Response(null, { status: answer.status, headers: { "cache-control": "no-store" } });
  }
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

/** Ends the connection without a word, as a network does. */
function cut(c: GatewayContext): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function pause(sandbox: Sandbox, fault: Fault): Promise<void> {
  try {
    await wait(fault.delayMs, undefined, { signal: sandbox.stopping });
  } catch (error) {
    if (!sandbox.stopping.aborted) throw error;
  }
}
