"use client";

import { DayScreen } from "#components/days/day-screen.tsx";
import { DaysScreen } from "#components/days/days-screen.tsx";
import type { DayLine, DayReport, DaySums, LoadedDay, OpenMatter } from "#lib/day-report.ts";
import { now, tooSmall } from "./fixtures.ts";
import type { Specimen } from "./specimens.tsx";

const store = {
  id: "st1",
  name: "Maple St",
  code: "MAPLE",
  currency: "USD",
  timeZone: "America/Chicago",
} as const;

function sums(count: number, amountCents: number, refundedCents = 0): DaySums {
  return {
    started: { count: count + 2, amountCents: amountCents + 12_000 },
    captured: { count, amountCents },
    refunded: { count: refundedCents > 0 ? 1 : 0, amountCents: refundedCents },
    released: { count: 0, amountCents: 0 },
  };
}

const matter = {
  saleId: "s1",
  number: "MAPLE-261122-7K3FQ",
  amountCents: 8_450,
  startedAt: "2026-11-22T19:41:00Z",
  startedBy: "Cashier 2",
  operation: null,
};

const open: OpenMatter[] = [
  { ...matter, key: "a", kind: "link" },
  { ...matter, key: "b", kind: "approved", amountCents: 31_000, number: "MAPLE-261122-2Q9XB" },
  {
    ...{ ...matter, key: "c", kind: "operation", amountCents: 4_620, number: "MAPLE-261122-HV6TD" },
    operation: { kind: "refund", state: "unconfirmed" },
  },
  { ...matter, key: "d", kind: "refund_asked", amountCents: 6_400, number: "MAPLE-261121-WM4PC" },
];

const report: DayReport = {
  store,
  date: "2026-11-22",
  from: "2026-11-22T06:00:00Z",
  to: "2026-11-23T06:00:00Z",
  totals: sums(21, 184_290, 4_620),
  byStatus: [
    { status: "link_sent", count: 1, amountCents: 8_450 },
    { status: "authorized", count: 1, amountCents: 31_000 },
    { status: "captured", count: 20, amountCents: 179_670 },
    { status: "partially_refunded", count: 1, amountCents: 9_240 },
  ],
  byPerson: [
    { person: "Cashier 1", ...sums(12, 101_200) },
    { person: "Cashier 2", ...sums(9, 83_090) },
    { person: null, ...sums(0, 0, 4_620), started: { count: 0, amountCents: 0 } },
  ],
  byRegister: [
    { register: "Register 1", ...sums(14, 120_100) },
    { register: "Register 2", ...sums(7, 64_190, 4_620) },
  ],
  open: [],
};

const closed: LoadedDay = {
  kind: "closed",
  day: {
    ...report,
    open: open.map((it) => ({ ...it, explanation: "The shopper comes back tomorrow with the card." })),
    ...{ fingerprint: "f", plannedTo: report.to, to: "2026-11-23T03:15:00Z" },
    ...{ closedAt: "2026-11-23T03:15:00Z", closedBy: "Manager 1" },
  },
};

/** More people, registers and matters than one sheet of paper takes. */
const long: LoadedDay = {
  kind: "closed",
  day: {
    ...closed.day,
    byPerson: Array.from({ length: 60 }, (_, at) => ({ person: `Cashier ${at + 1}`, ...sums(3, 21_000) })),
    byRegister: Array.from({ length: 24 }, (_, at) => ({
      register: `Register ${at + 1}`,
      ...sums(8, 54_000),
    })),
    open: Array.from({ length: 40 }, (_, at) => ({
      ...{ ...matter, key: String(at), kind: at % 3 === 0 ? ("approved" as const) : ("link" as const) },
      explanation: "The shopper comes back tomorrow with the card, as the manager of the other store said.",
    })),
  },
};

function day(name: string, loaded: LoadedDay): Specimen {
  return {
    name,
    draw: () => (
      <main>
        <DayScreen
          loaded={loaded}
          now={now}
          daysHref="/design?c=days"
          orderHrefOf={() => "/design?c=sale-authorized"}
          csvHref="/design"
          close={async () => ({ ok: false, problem: tooSmall })}
        />
      </main>
    ),
  };
}

const lines: DayLine[] = [
  { started: 23, capturedCents: 184_290, refundedCents: 4_620, closed: null },
  { started: 31, capturedCents: 240_024, refundedCents: 0, closed: null },
  { started: 0, capturedCents: 0, refundedCents: 0, closed: null },
  { started: 18, capturedCents: 98_010, refundedCents: 12_000, closed: { by: "Manager 1", isEarly: true } },
  { started: 27, capturedCents: 201_775, refundedCents: 0, closed: { by: "Owner 1", isEarly: false } },
].map(({ closed, ...line }, daysAgo) => ({
  ...{ date: `2026-11-${22 - daysAgo}`, from: report.from, to: report.to, ...line },
  closed: closed && { ...closed, at: `2026-11-${23 - daysAgo}T03:15:00Z` },
}));

/** The day close: its list, a day that runs, one with open matters, and signed ones. */
export const daySpecimens: Specimen[] = [
  {
    name: "days",
    draw: () => (
      <main>
        <DaysScreen
          store={store}
          stores={[
            { id: "st1", name: "Maple St" },
            { id: "st2", name: "Harbor Ave" },
          ]}
          isNewest
          days={lines}
          today="2026-11-22"
          older="2026-11-18"
        />
      </main>
    ),
  },
  day("day-open", { kind: "open", day: report, fingerprint: "f" }),
  day("day-matters", { kind: "open", day: { ...report, open }, fingerprint: "f" }),
  day("day-over", {
    ...{ kind: "open", fingerprint: "f" },
    day: { ...report, date: "2026-11-21", from: "2026-11-21T06:00:00Z", to: "2026-11-22T06:00:00Z" },
  }),
  day("day-signed", closed),
  day("day-signed-long", long),
];
