import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundsOfDate,
  businessDay,
  homeTimeZones,
  isTimeZone,
  localDate,
  startOfDay,
} from "./business-day.ts";

const hourMs = 3_600_000;

test.each([
  ["2026-11-22T05:59:59.999Z", "America/Chicago", "2026-11-21"],
  ["2026-11-22T06:00:00.000Z", "America/Chicago", "2026-11-22"],
  ["2026-11-22T04:59:59.999Z", "America/Toronto", "2026-11-21"],
  ["2026-11-22T05:00:00.000Z", "America/Toronto", "2026-11-22"],
  ["2026-11-22T23:59:59.999Z", "UTC", "2026-11-22"],
  ["2026-12-31T11:00:00.000Z", "Pacific/Auckland", "2027-01-01"],
  ["2026-02-03T12:00:00.000Z", "America/St_Johns", "2026-02-03"],
])("at %s it is in %s the %s", (at, zone, date) => {
  expect(localDate(new Date(at), zone)).toBe(date);
});

test.each([
  ["2026-11-22T20:03:07Z", "America/Chicago", "2026-11-22T06:00:00Z", "winter"],
  ["2026-07-04T20:03:07Z", "America/Chicago", "2026-07-04T05:00:00Z", "summer"],
  [
    "2026-11-22T03:00:00Z",
    "America/Chicago",
    "2026-11-21T06:00:00Z",
    "an evening that is the next day in UTC",
  ],
  ["2026-11-22T06:00:00Z", "America/Chicago", "2026-11-22T06:00:00Z", "the day's first moment"],
  [
    "2026-11-22T05:59:59.999Z",
    "America/Chicago",
    "2026-11-21T06:00:00Z",
    "the last moment of the day before",
  ],
  ["2026-03-08T20:00:00Z", "America/Chicago", "2026-03-08T06:00:00Z", "a day of 23 hours"],
  ["2026-03-09T04:59:59Z", "America/Chicago", "2026-03-08T06:00:00Z", "the end of a day of 23 hours"],
  ["2026-03-09T05:00:00Z", "America/Chicago", "2026-03-09T05:00:00Z", "the day after one of 23 hours"],
  ["2026-11-01T20:00:00Z", "America/Toronto", "2026-11-01T04:00:00Z", "a day of 25 hours"],
  ["2026-11-02T04:59:59Z", "America/Toronto", "2026-11-01T04:00:00Z", "the end of a day of 25 hours"],
  ["2026-11-02T05:00:00Z", "America/Toronto", "2026-11-02T05:00:00Z", "the day after one of 25 hours"],
  ["2026-11-22T20:03:07Z", "UTC", "2026-11-22T00:00:00Z", "no offset"],
  ["2026-06-01T12:00:00Z", "America/St_Johns", "2026-06-01T02:30:00Z", "an offset of half an hour"],
  ["2026-06-01T12:00:00Z", "Asia/Kathmandu", "2026-05-31T18:15:00Z", "an offset of a quarter"],
  ["2026-09-26T20:00:00Z", "Pacific/Auckland", "2026-09-26T12:00:00Z", "a short day far east"],
  ["2026-04-05T02:00:00Z", "Pacific/Auckland", "2026-04-04T11:00:00Z", "a long day far east"],
  ["2026-09-06T15:00:00Z", "America/Santiago", "2026-09-06T04:00:00Z", "a day that begins at 01:00"],
  [
    "2026-09-06T03:59:59Z",
    "America/Santiago",
    "2026-09-05T04:00:00Z",
    "the eve of a day that begins at 01:00",
  ],
  [
    "2026-04-05T03:30:00Z",
    "America/Santiago",
    "2026-04-04T03:00:00Z",
    "an hour before midnight that comes twice",
  ],
  ["2026-04-05T04:00:00Z", "America/Santiago", "2026-04-05T04:00:00Z", "the midnight after it"],
  ["2026-03-29T12:00:00Z", "Asia/Beirut", "2026-03-28T22:00:00Z", "a day that begins at 01:00 further east"],
  ["2026-11-01T12:00:00Z", "America/Havana", "2026-11-01T04:00:00Z", "a midnight that comes twice"],
])("the day of %s in %s began at %s (%s)", (at, zone, start) => {
  expect(startOfDay(new Date(at), zone)).toEqual(new Date(start));
});

const zones = [
  "UTC",
  "America/Chicago",
  "America/Toronto",
  "America/Los_Angeles",
  "America/Phoenix",
  "America/Halifax",
  "America/St_Johns",
  "America/Vancouver",
  "America/Anchorage",
  "America/Adak",
  "Pacific/Honolulu",
  "America/Regina",
  "America/Puerto_Rico",
  "America/Santiago",
  "America/Havana",
  "Asia/Beirut",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Asia/Kolkata",
];
const anyMoment = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2035-12-31") });
// The days around the changes of the clock, where the mistakes are.
const nearAChange = fc
  .tuple(
    fc.integer({ min: 2020, max: 2035 }),
    fc.constantFrom(2, 3, 8, 9, 10),
    fc.integer({ min: 0, max: 14 * 24 * hourMs }),
  )
  .map(([year, month, ms]) => Date.UTC(year, month, 1) + ms);
const moment = fc.oneof(anyMoment, nearAChange).map((ms) => new Date(ms));

test("a day began no later than any of its moments, on its own date, and with its very first one", () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
      const start = startOfDay(at, zone);
      expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(at.getTime() - start.getTime()).toBeLessThan(25 * hourMs);
      expect(localDate(start, zone)).toBe(localDate(at, zone));
      expect(localDate(new Date(start.getTime() - 1), zone)).not.toBe(localDate(at, zone));
    }),
    { numRuns: 1000 },
  );
});

test("the start of a day is the start of its own day", () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
      const start = startOfDay(at, zone);
      expect(startOfDay(start, zone)).toEqual(start);
    }),
  );
});

test.each(["America/Chicago", "America/Toronto", "UTC"])("%s is a time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});

test.each(["", "Maple Street", "America/Springfield", "../UTC"])("%j is no time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});

test("a store can be put in each zone of the US and Canada, and none offered is unknown", () => {
  expect(homeTimeZones).toEqual(
    expect.arrayContaining(["America/Chicago", "America/Toronto", "Pacific/Honolulu"]),
  );
  expect(homeTimeZones.filter((zone) => !isTimeZone(zone))).toEqual([]);
});

test("where midnight comes twice the day begins with the first", () => {
  expect(startOfDay(new Date("2021-10-28T21:30:00Z"), "Asia/Amman").toISOString()).toBe(
    "2021-10-28T21:00:00.000Z",
  );
});

test.each([
  ["2026-03-08", 23],
  ["2026-11-01", 25],
  ["2026-11-24", 24],
])("the bounds of %s in Chicago are %d hours apart, and meet those of the days beside it", (date, hours) => {
  const { from, to } = boundsOfDate(date, "America/Chicago");
  expect((to.getTime() - from.getTime()) / hourMs).toBe(hours);
  expect(localDate(from, "America/Chicago")).toBe(date);
  expect(startOfDay(new Date(to.getTime() - 1), "America/Chicago")).toEqual(from);
  expect(startOfDay(to, "America/Chicago")).toEqual(to);
});

test.each([
  ["2026-11-22T20:03:07Z", "America/Chicago", 0, "2026-11-22", "2026-11-22T06:00:00Z", 24, "no cut-off"],
  ["2026-11-22T09:59:59.999Z", "America/Chicago", 4, "2026-11-21", "2026-11-21T10:00:00Z", 24, "before it"],
  ["2026-11-22T10:00:00Z", "America/Chicago", 4, "2026-11-22", "2026-11-22T10:00:00Z", 24, "at it"],
  ["2026-11-23T05:30:00Z", "America/Chicago", 4, "2026-11-22", "2026-11-22T10:00:00Z", 24, "its evening"],
  ["2026-11-22T20:03:07Z", "America/Toronto", 23, "2026-11-21", "2026-11-22T04:00:00Z", 24, "late"],
  ["2026-01-01T06:30:00Z", "America/Chicago", 3, "2025-12-31", "2025-12-31T09:00:00Z", 24, "a new year"],
  ["2026-03-08T05:30:00Z", "America/Chicago", 4, "2026-03-07", "2026-03-07T10:00:00Z", 23, "of 23 hours"],
  ["2026-03-08T08:59:59Z", "America/Chicago", 4, "2026-03-07", "2026-03-07T10:00:00Z", 23, "its last hour"],
  ["2026-03-08T09:00:00Z", "America/Chicago", 4, "2026-03-08", "2026-03-08T09:00:00Z", 24, "the day after"],
  ["2026-11-01T05:30:00Z", "America/Toronto", 4, "2026-10-31", "2026-10-31T08:00:00Z", 25, "of 25 hours"],
  ["2026-11-01T08:59:59Z", "America/Toronto", 4, "2026-10-31", "2026-10-31T08:00:00Z", 25, "its last hour"],
  ["2026-11-01T09:00:00Z", "America/Toronto", 4, "2026-11-01", "2026-11-01T09:00:00Z", 24, "the day after"],
  // The cut-off itself is skipped: 02:00 is 03:00.
  ["2026-03-08T07:59:59Z", "America/Chicago", 2, "2026-03-07", "2026-03-07T08:00:00Z", 24, "before the gap"],
  ["2026-03-08T08:00:00Z", "America/Chicago", 2, "2026-03-08", "2026-03-08T08:00:00Z", 23, "at the gap"],
  // The cut-off comes twice: the first counts.
  [
    "2026-11-01T05:59:59Z",
    "America/Chicago",
    1,
    "2026-10-31",
    "2026-10-31T06:00:00Z",
    24,
    "before the first",
  ],
  ["2026-11-01T06:00:00Z", "America/Chicago", 1, "2026-11-01", "2026-11-01T06:00:00Z", 25, "the first 01:00"],
  [
    "2026-11-01T07:30:00Z",
    "America/Chicago",
    1,
    "2026-11-01",
    "2026-11-01T06:00:00Z",
    25,
    "the second 01:30",
  ],
  ["2026-07-04T20:00:00Z", "Pacific/Honolulu", 5, "2026-07-04", "2026-07-04T15:00:00Z", 24, "no changes"],
  ["2026-06-01T06:00:00Z", "America/St_Johns", 4, "2026-05-31", "2026-05-31T06:30:00Z", 24, "half an hour"],
])(
  "at %s in %s with a cut-off at %d it is the business day %s, since %s, of %d hours (%s)",
  (at, zone, cutOffHour, date, from, hours) => {
    const day = businessDay(new Date(at), zone, cutOffHour);
    expect(day).toMatchObject({ date, from: new Date(from) });
    expect((day.to.getTime() - day.from.getTime()) / hourMs).toBe(hours);
  },
);

test("business days follow each other without gap or overlap, and each moment is in its own", () => {
  const cutOffs = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), cutOffs, (at, zone, cutOffHour) => {
      const day = businessDay(at, zone, cutOffHour);
      expect(day.from.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(at.getTime()).toBeLessThan(day.to.getTime());
      expect(businessDay(day.from, zone, cutOffHour)).toEqual(day);
      expect(businessDay(day.to, zone, cutOffHour).from).toEqual(day.to);
      expect(businessDay(new Date(day.from.getTime() - 1), zone, cutOffHour).to).toEqual(day.from);
    }),
    { numRuns: 1000 },
  );
});

test("without a cut-off a business day is the calendar's", () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
      const { date, ...bounds } = businessDay(at, zone, 0);
      expect(date).toBe(localDate(at, zone));
      expect(bounds).toEqual(boundsOfDate(date, zone));
    }),
  );
});
