/** Something of a live page runs every few seconds at least: its timer each second, the stream's heartbeat where timers are slowed. */
const longestGapMs = 5_000;
/** The wall clock and the steady one drift by less than this, unless somebody sets the first. */
const clockSetMs = 2_000;

/**
 * Notices that a page did not run for a while (the tablet slept, the tab was frozen) or that the device's clock was set. Two clocks,
 * since the steady one stands still on some devices while they sleep, and the other one can be set.
 */
export class SleepWatch {
  #wall = Date.now();
  #steady = performance.now();

  /** Tells whether the page slept since the last call. To be called whenever something of it runs. */
  hasSlept(): boolean {
    const wallMs = Date.now() - this.#wall;
    const steadyMs = performance.now() - this.#steady;
    this.#wall += wallMs;
    this.#steady += steadyMs;
    return Math.max(wallMs, steadyMs) > longestGapMs || Math.abs(wallMs - steadyMs) > clockSetMs;
  }
}
