import { setTimeout as pause } from "node:timers/promises";

const pollEveryMs = 100;

/**
 * Asks an address until it answers 200.
 * @returns false when it did not within `timeoutMs`, or when `signal` was aborted before
 */
export async function waitUntilReady(url: string, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!signal.aborted && Date.now() < deadline) {
    if (await answersOk(url, AbortSignal.any([signal, AbortSignal.timeout(deadline - Date.now())])))
      return true;
    await pause(pollEveryMs);
  }
  return false;
}

async function answersOk(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    // Not listening yet, or not in time.
    return false;
  }
}
