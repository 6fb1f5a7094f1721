import { GatewayError } from "./gateway-error.ts";

/** Waits for a call that has to fail and returns its GatewayError; throws when it succeeds or fails in another way. */
export async function gatewayFailure(call: Promise<unknown>): Promise<GatewayError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error(`the call succeeded: ${JSON.stringify(answer)}`);
}
