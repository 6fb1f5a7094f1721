import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

/** Every kind of fault the sandbox has. */
export const faultKinds = [
  "lose_answer",
  "cut",
  "status",
  "act_then_status",
  "delay",
  "delay_after",
  "malformed",
] as const;
type FaultKind = (typeof faultKinds)[number];

type Fault = { call: string; kind: FaultKind; times: number; [more: string]: unknown };

const calls = [
  ["order_get", 34],
  ["capture", 22],
  ["refund", 14],
  ["release", 10],
  ["reauthorize", 6],
  ["checkout_delete", 8],
  ["session_create", 5],
  ["order_patch", 4],
  ["authentication", 4],
  ["webhooks", 2],
  ["*", 8],
] as const;

/** Refusals that say that nothing was done. */
const refusals = [401, 409, 422, 429, 500, 502, 503, 504] as const;
/** After it has acted a gateway may fail; it does not refuse. */
const failures = [500, 502, 503, 504] as const;

/**
 * Makes bad weather until told to stop: storms, in which calls fail in every way and webhooks come late, twice, out of order or
 * never, and calm between them, so that sales get on. Ends with everything as usual.
 */
export async function makeWeather(world: World, stop: AbortSignal): Promise<void> {
  const random = world.random.fork("weather");
  while (!stop.aborted) {
    await storm(world, random, stop);
    await clear(world, random);
    await pause(random.int(1_500, 3_500) / world.settings.severity, stop);
  }
}

/** Everything works again: no fault is armed, what was held back is let go. */
export async function clear(world: World, random: Random): Promise<void> {
  const { sandbox } = world;
  await sandbox.control("/faults", { method: "DELETE" });
  const order = random.pick(["in", "reversed", "shuffled"]);
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "hold", order } });
  const { released } = await sandbox.control<{ released: number }>("/webhooks/release", { method: "POST" });
  if (released > 0)
    world.tally.count("webhooks", `released ${order === "in" ? "in order" : order}`, released);
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "deliver" } });
}

async function storm(world: World, random: Random, stop: AbortSignal): Promise<void> {
  const { sandbox, settings } = world;
  const until = Date.now() + random.int(1_500, 4_000) * settings.severity;
  const mode = random.pick(["deliver", "deliver", "hold", "hold", "drop"]);
  const repeat = random.chance(0.4) ? random.int(2, 4) : 1;
  await sandbox.control("/webhooks", { method: "PUT", body: { mode, repeat } });
  if (random.chance(0.25)) await outage(world, random, stop);
  while (Date.now() < until && !stop.aborted) {
    const fault = makeFault(world, random);
    await sandbox.control("/faults", { method: "POST", body: fault });
    if (random.chance(0.06)) {
      await sandbox.control("/tokens/expire", { method: "POST" });
      world.tally.count("faults", "tokens expired");
    }
    await pause(random.int(60, 350) / settings.severity, stop);
  }
}

/** For a moment nothing at all is answered. */
async function outage(world: World, random: Random, stop: AbortSignal): Promise<void> {
  const fault = { call: "*", kind: "status", status: random.pick([500, 503]), times: 0 };
  const { id } = await world.sandbox.control<{ id: number }>("/faults", { method: "POST", body: fault });
  await pause(random.int(300, 1_500), stop);
  await world.sandbox.control(`/faults/${id}`, { method: "DELETE" });
}

function makeFault({ tally, settings }: World, random: Random): Fault {
  // What has not happened yet comes first, on whatever is called next.
  const missing = faultKinds.filter((it) => tally.of("faults", it) === 0);
  const [first, ...more] = missing;
  const kind = first && random.chance(0.5) ? random.pick([first, ...more]) : random.pick(faultKinds);
  const call = missing.includes(kind) ? "*" : (random.weighted(calls, ([, weight]) => weight)?.[0] ?? "*");
  const times = random.chance(0.8) ? 1 : random.int(2, 3);
  const fault = { call, kind, times };
  switch (kind) {
    case "status": {
      const status = random.pick(refusals);
      return { ...fault, status, ...(status === 429 ? { retryAfterSeconds: random.int(0, 3) } : {}) };
    }
    case "act_then_status":
      return { ...fault, status: random.pick(failures) };
    case "delay":
    case "delay_after":
      return {
        ...fault,
        times: 1,
        delayMs: delayOf(random, tally.of("sales", "begun") < settings.sales / 2),
      };
    default:
      return fault;
  }
}

/** Now and then longer than the till has patience for, while there is time left to see what comes of it. */
function delayOf(random: Random, isEarly: boolean): number {
  return isEarly && random.chance(0.04) ? 22_000 : random.int(100, 3_000);
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => {});
}
