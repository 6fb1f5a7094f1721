import { expect, test } from "vitest";
import type { Currency } from "./money.ts";
import {
  busyHours,
  comparedDays,
  type Figures,
  type HourPair,
  type HourRow,
  sumByCurrency,
  sumOf,
  takenByHour,
} from "./today.ts";

const chicago = { timeZone: "America/Chicago", cutOffHour: 0 };

function row(hour: number, cents: number, change: Partial<HourRow> = {}): HourRow {
  return { hour, kind: "capture", isLater: false, cents, count: 1, ...change };
}

test.each([
  ["an ordinary day", "2026-11-26T20:15:00Z", "2026-11-26", "2026-11-19", "2026-11-19T20:15:00.000Z"],
  [
    "a week with a change of the clock",
    "2026-11-05T20:15:00Z",
    "2026-11-05",
    "2026-10-29",
    "2026-10-29T19:15:00.000Z",
  ],
  ["a day of 23 hours", "2026-03-08T20:15:00Z", "2026-03-08", "2026-03-01", "2026-03-01T21:15:00.000Z"],
  ["a day of 25 hours", "2026-11-01T20:15:00Z", "2026-11-01", "2026-10-25", "2026-10-25T19:15:00.000Z"],
  [
    "a week after a day of 23 hours",
    "2026-03-15T20:15:00Z",
    "2026-03-15",
    "2026-03-08",
    "2026-03-08T20:15:00.000Z",
  ],
  [
    "the hour that was left out a week ago",
    "2026-03-15T07:30:00Z",
    "2026-03-15",
    "2026-03-08",
    "2026-03-08T08:30:00.000Z",
  ],
  [
    "the hour that comes a second time",
    "2026-11-01T07:30:00Z",
    "2026-11-01",
    "2026-10-25",
    "2026-10-25T06:30:00.000Z",
  ],
])(
  "%s is compared with the same weekday before by the same time of the wall clock",
  (_which, now, date, before, until) => {
    const days = comparedDays(new Date(now), chicago);
    expect([days.today.date, days.before.date]).toEqual([date, before]);
    expect(days.beforeUntil.toISOString()).toBe(until);
    expect(days.beforeUntil.getTime()).toBeGreaterThanOrEqual(days.before.from.getTime());
    expect(days.beforeUntil.getTime()).toBeLessThan(days.before.to.getTime());
  },
);

test.each([
  ["after midnight", "2026-11-29T08:30:00Z", 4, "2026-11-28", "2026-11-21", "2026-11-22T08:30:00.000Z"],
  ["at the cut-off hour", "2026-11-29T10:00:00Z", 4, "2026-11-29", "2026-11-22", "2026-11-22T10:00:00.000Z"],
  [
    "in the night of a day of 25 hours",
    "2026-11-01T09:30:00Z",
    4,
    "2026-10-31",
    "2026-10-24",
    "2026-10-25T08:30:00.000Z",
  ],
  [
    "a week after an hour that was left out, which a day began with",
    "2026-03-15T07:30:00Z",
    2,
    "2026-03-15",
    "2026-03-08",
    "2026-03-08T08:30:00.000Z",
  ],
])(
  "%s a business day is the store's own by its cut-off hour, and so is the one it is compared with",
  (_when, now, cutOffHour, date, before, until) => {
    const days = comparedDays(new Date(now), { ...chicago, cutOffHour });
    expect([days.today.date, days.before.date, days.beforeUntil.toISOString()]).toEqual([
      date,
      before,
      until,
    ]);
  },
);

test("the hours of a business day begin with its cut-off hour", () => {
  const at = new Date("2026-11-29T08:30:00Z");
  const days = comparedDays(at, { ...chicago, cutOffHour: 4 });
  const pairs = takenByHour(days, { today: [row(0, 400), row(22, 100)], before: [] }, chicago.timeZone, at);
  expect([pairs[0]?.key, pairs[22]?.key, pairs.at(-1)?.key]).toEqual(["04", "02", "03"]);
  expect([pairs[0]?.now.cents, pairs[22]?.now.cents]).toEqual([400, 100]);
  expect(pairs.at(-1)?.state).toBe("ahead");
});

test("what came later than the time of day that is compared is in no sum", () => {
  const rows = [row(9, 500), row(9, 250, { isLater: true }), row(10, 40, { kind: "refund" }), row(11, 60)];
  expect(sumOf(rows, "capture")).toEqual({ cents: 560, count: 2 });
  expect(sumOf(rows, "refund")).toEqual({ cents: 40, count: 1 });
});

function hours(now: string, today: HourRow[], before: HourRow[]): HourPair[] {
  const at = new Date(now);
  return takenByHour(comparedDays(at, chicago), { today, before }, chicago.timeZone, at);
}

test("a day of 23 hours lacks one, which the weekday before still shows in its place", () => {
  // From midnight on: 00, 01, 03.
  const pairs = hours("2026-03-08T20:15:00Z", [row(1, 100), row(2, 300)], [row(2, 20), row(3, 30)]);
  expect(pairs).toHaveLength(24);
  expect(pairs.map((it) => it.state).indexOf("left_out")).toBe(2);
  expect(pairs.slice(0, 5).map(({ key, now, before }) => [key, now.cents, before.cents])).toEqual([
    ["00", 0, 0],
    ["01", 100, 0],
    ["02", 0, 20],
    ["03", 300, 30],
    ["04", 0, 0],
  ]);
});

test("a day of 25 hours has one twice, and only the first is compared", () => {
  const pairs = hours(
    "2026-11-01T20:15:00Z",
    [row(1, 100), row(2, 200), row(3, 300)],
    [row(1, 11), row(2, 22)],
  );
  expect(pairs).toHaveLength(25);
  expect(pairs.slice(0, 4).map(({ key, now, before }) => [key, now.cents, before.cents])).toEqual([
    ["00", 0, 0],
    ["01", 100, 11],
    ["01+", 200, 0],
    ["02", 300, 22],
  ]);
  expect(pairs.reduce((all, it) => all + it.now.cents, 0)).toBe(600);
});

test("a week after a day of 25 hours its second hour still counts for the day before", () => {
  const pairs = hours("2026-11-08T20:15:00Z", [row(2, 5)], [row(1, 11), row(2, 22), row(3, 33)]);
  expect(pairs).toHaveLength(25);
  expect(pairs.slice(1, 4).map(({ key, now, before }) => [key, now.cents, before.cents])).toEqual([
    ["01", 0, 11],
    ["01+", 0, 22],
    ["02", 5, 33],
  ]);
});

test("hours that have not begun are still to come", () => {
  const pairs = hours("2026-11-26T15:30:00Z", [], []);
  expect(pairs.findLast((it) => it.state === "begun")?.key).toBe("09");
  expect(pairs.at(-1)?.state).toBe("ahead");
});

function figures(currency: Currency, cents: number, change: Partial<Figures> = {}): Figures {
  const compared = { now: { cents, count: 2 }, before: { cents: cents - 100, count: 1 } };
  const open = { cents, count: 3, earlier: 1 };
  return {
    ...{ currency, taken: compared, refunded: compared, started: compared, waiting: open, approved: open },
    hours: hours("2026-11-26T15:30:00Z", [row(9, cents)], []),
    ...change,
  };
}

test("stores of one currency are added up, and those of two never are", () => {
  const sums = sumByCurrency([figures("USD", 1_000), figures("CAD", 5_000), figures("USD", 2_000)]);
  expect(sums.map((it) => it.currency)).toEqual(["USD", "CAD"]);
  expect(sums[0]).toMatchObject({
    taken: { now: { cents: 3_000, count: 4 }, before: { cents: 2_800, count: 2 } },
    approved: { cents: 3_000, count: 6, earlier: 2 },
  });
  expect(sums[0]?.hours.find((it) => it.key === "09")?.now).toEqual({ cents: 3_000, count: 2 });
  expect(sums[1]).toMatchObject({ taken: { now: { cents: 5_000, count: 2 } } });
});

test("a store that was not there a week ago adds nothing to what is compared with", () => {
  const isNew = figures("USD", 500, { taken: { now: { cents: 500, count: 1 }, before: null } });
  expect(sumByCurrency([isNew, figures("USD", 1_000)])[0]?.taken).toEqual({
    now: { cents: 1_500, count: 3 },
    before: { cents: 900, count: 1 },
  });
  expect(sumByCurrency([isNew])[0]?.taken.before).toBeNull();
});

test("stores in two time zones are compared hour by hour of their own wall clocks", () => {
  const at = new Date("2026-11-26T15:30:00Z");
  const of = (timeZone: string, hour: number) =>
    takenByHour(
      comparedDays(at, { timeZone, cutOffHour: 0 }),
      { today: [row(hour, 700)], before: [] },
      timeZone,
      at,
    );
  const sums = sumByCurrency([
    figures("USD", 0, { hours: of("America/Chicago", 9) }),
    figures("USD", 0, { hours: of("America/Toronto", 9) }),
  ]);
  expect(sums[0]?.hours).toHaveLength(24);
  expect(sums[0]?.hours.find((it) => it.key === "09")?.now.cents).toBe(1_400);
});

test.each([
  ["the middle of a day", "2026-11-26T20:15:00Z", [row(9, 1)], [row(17, 1)], "09", "17"],
  ["a morning without a sale", "2026-11-26T15:15:00Z", [], [], "09", "16"],
  ["the end of a day", "2026-11-27T05:15:00Z", [row(22, 1)], [], "16", "23"],
  ["the first hour of a day", "2026-11-26T06:15:00Z", [], [row(0, 1)], "00", "07"],
])(
  "of %s the hours between the first and the last are drawn, eight at least",
  (_which, now, today, before, first, last) => {
    const shown = busyHours(hours(now, today, before));
    expect([shown.at(0)?.key, shown.at(-1)?.key]).toEqual([first, last]);
  },
);
