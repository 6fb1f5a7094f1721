import type { Fault, SandboxCall } from "./sandbox-control.ts";

/** What the network and the gateway make of one call that changes something, and what the till may conclude from it. */
export type Weather = {
  name: string;
  faults: Omit<Fault, "call">[];
  /** Sezzle gets to carry the call out, if its rules allow that. */
  arrives: boolean;
  /** What the till hears: Sezzle's own answer, a refusal for certain that was not Sezzle's, or nothing it can rely on. */
  heard: "answer" | "refusal" | "nothing";
  /** How much later than it was sent it arrives. */
  lateMs?: number;
};

export const calm: Weather = { name: "calm", faults: [], arrives: true, heard: "answer" };

/** Every weather a changing call can meet. */
export const weathers: readonly Weather[] = [
  calm,
  { name: "its answer is lost", faults: [{ kind: "lose_answer" }], arrives: true, heard: "nothing" },
  { name: "the line is cut", faults: [{ kind: "cut" }], arrives: false, heard: "nothing" },
  {
    name: "done, then a 500",
    faults: [{ kind: "act_then_status", status: 500 }],
    arrives: true,
    heard: "nothing",
  },
  { name: "a 503", faults: [{ kind: "status", status: 503 }], arrives: false, heard: "nothing" },
  { name: "a 408", faults: [{ kind: "status", status: 408 }], arrives: false, heard: "nothing" },
  {
    name: "a 503 that asks for 90 s",
    faults: [{ kind: "status", status: 503, retryAfterSeconds: 90 }],
    arrives: false,
    heard: "nothing",
  },
  {
    name: "a 429 that asks for 2 s",
    faults: [{ kind: "status", status: 429, retryAfterSeconds: 2 }],
    arrives: true,
    heard: "answer",
  },
  {
    name: "a 429 that asks for 60 s",
    faults: [{ kind: "status", status: 429, retryAfterSeconds: 60 }],
    arrives: false,
    heard: "refusal",
  },
  { name: "a 404", faults: [{ kind: "status", status: 404 }], arrives: false, heard: "refusal" },
  {
    name: "a 401 for its token",
    faults: [{ kind: "status", status: 401 }],
    arrives: true,
    heard: "answer",
  },
  { name: "a garbled answer", faults: [{ kind: "malformed" }], arrives: true, heard: "nothing" },
  {
    name: "slow to arrive",
    faults: [{ kind: "delay", delayMs: 20_000 }],
    arrives: true,
    heard: "answer",
    lateMs: 20_000,
  },
  {
    name: "slow to answer",
    faults: [{ kind: "delay_after", delayMs: 20_000 }],
    arrives: true,
    heard: "answer",
  },
];

/** What asking for the order meets. */
export type Asking = {
  name: string;
  faults: Omit<Fault, "call">[];
  answered: boolean;
  /** What a person who asks is told instead of an answer. */
  refusal?: "unknown_order";
};

export const answering: Asking = { name: "Sezzle answers", faults: [], answered: true };

/** Every way that asking for the order can go. */
export const askings: readonly Asking[] = [
  answering,
  {
    name: "Sezzle answers at the second try",
    faults: [{ kind: "status", status: 502 }],
    answered: true,
  },
  { name: "Sezzle is down", faults: [{ kind: "status", status: 503, times: 0 }], answered: false },
  { name: "the line is dead", faults: [{ kind: "cut", times: 0 }], answered: false },
  { name: "Sezzle is too busy", faults: [{ kind: "status", status: 429, times: 0 }], answered: false },
  { name: "Sezzle's answer is garbled", faults: [{ kind: "malformed", times: 0 }], answered: false },
  {
    name: "Sezzle says it has no such order",
    faults: [{ kind: "status", status: 404, times: 0 }],
    answered: false,
    refusal: "unknown_order",
  },
];

/** The weather of one step: of its changing call, and of asking for the order. */
export type Sky = { call: Weather; asking: Asking };

export const clear: Sky = { call: calm, asking: answering };

/** A sky in words, where it is not clear. */
export function skyWords({ call, asking }: Sky): string {
  return [call, asking]
    .filter((it) => it.faults.length > 0)
    .map((it) => `, ${it.name}`)
    .join("");
}

/** Faults for every call a step may make. */
export function faultsOf({ call, asking }: Sky): Fault[] {
  const changing: SandboxCall[] = [
    "session_create",
    "checkout_delete",
    "order_patch",
    "capture",
    "release",
    "refund",
    "reauthorize",
  ];
  return [
    ...changing.flatMap((name) => call.faults.map((it) => ({ ...it, call: name }))),
    ...asking.faults.map((it) => ({ ...it, call: "order_get" as const })),
  ];
}
