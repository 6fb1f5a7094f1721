import { vi } from "vitest";

const RealDate = Date;
let at = 0;

/**
 * Takes the place of the time of day for the rest of a test file: it goes by one millisecond whenever it is read, so that no two
 * moments are the same, and by more only when it is told to. The real event loop goes on as ever.
 */
export function takeTheClock(start: Date): void {
  at = start.getTime();
  const ticking = new Proxy(RealDate, {
    construct: (target, args: unknown[]) => Reflect.construct(target, args.length === 0 ? [tick()] : args),
    get: (target, key) => (key === "now" ? tick : Reflect.get(target, key)),
  });
  vi.stubGlobal("Date", ticking);
}

function tick(): number {
  at += 1;
  return at;
}

/** What the clock shows, in milliseconds since 1970; looking does not move it. */
export function clockMs(): number {
  return at;
}

/** Lets time pass at once. */
export function letPass(ms: number): void {
  at += Math.ceil(ms);
}

let meanwhile: (() => Promise<void>) | null = null;

/** Has something happen during the next wait of ten seconds or more. */
export function duringTheNextWait(work: () => Promise<void>): void {
  meanwhile = work;
}

/** Stands in for `setTimeout` of `node:timers/promises`: who waits moves the clock, and goes on at once. */
export async function waitByTheClock<Value>(ms = 0, value?: Value): Promise<Value | undefined> {
  letPass(ms);
  const work = ms >= 10_000 ? meanwhile : null;
  if (work) meanwhile = null;
  await work?.();
  await new Promise((resolve) => setImmediate(resolve));
  return value;
}
