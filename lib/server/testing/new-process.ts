import { vi } from "vitest";

// Test files share the processes that run them, so that what they import is loaded once and not by each. Every file begins with this.

/** From here on it is as in a process that has just started: nothing is kept of what ran before, nor of what it pretended. */
export function beginAsNewProcess(): void {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("till-for-sezzle")];
}

beginAsNewProcess();
