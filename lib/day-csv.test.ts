import { expect, test } from "vitest";
import { dayCsv } from "./day-csv.ts";
import { type ClosedDay, noSums } from "./day-report.ts";

const day: ClosedDay = {
  store: {
    ...{ id: "s", name: "=Maple, Street", code: "MAPLE", currency: "CAD", locale: "en-CA" },
    timeZone: "America/Toronto",
  },
  ...{ date: "2026-11-22", from: "2026-11-22T05:00:00.000Z", to: "2026-11-22T21:00:00.000Z" },
  ...{ plannedTo: "2026-11-23T05:00:00.000Z", closedAt: "2026-11-22T21:00:00.000Z", closedBy: "Morgan" },
  fingerprint: "f",
  totals: { ...noSums, captured: { count: 2, amountCents: 120_305 } },
  byStatus: [{ status: "captured", count: 2, amountCents: 120_305 }],
  byPerson: [{ person: null, ...noSums, refunded: { count: 1, amountCents: 5 } }],
  byRegister: [],
  open: [
    {
      ...{ key: "k", kind: "approved", saleId: "s", number: "MAPLE-261122-7K3FQ", amountCents: 4_500 },
      ...{ startedAt: "2026-11-22T20:00:00.000Z", startedBy: "Casey", operation: null },
      explanation: '@home, he said "later"',
    },
  ],
};

test("a day's file has each number once, as plain decimals, who signed and why something stayed open", () => {
  const lines = dayCsv(day).split("\r\n");
  expect(lines[0]).toBe("Part,Name,What,Count,Amount,Currency,Words");
  expect(lines).toContain(`Day,"'=Maple, Street",Business day,,,,2026-11-22`);
  expect(lines).toContain(`Day,"'=Maple, Street",Closed before its end (UTC),,,,2026-11-23T05:00:00.000Z`);
  expect(lines).toContain(`Day,"'=Maple, Street",Signed by,,,,Morgan`);
  expect(lines).toContain(`Total,"'=Maple, Street",Captured,2,1203.05,CAD,`);
  expect(lines).toContain("Status,Paid,Started,2,1203.05,CAD,");
  expect(lines).toContain("Cashier,Not at this till,Refunded,1,0.05,CAD,");
  expect(lines).toContain(
    `Open,MAPLE-261122-7K3FQ,"Approved, not captured",1,45.00,CAD,"'@home, he said ""later"""`,
  );
  expect(lines.at(-1)).toBe("");
  for (const line of lines.slice(0, -1)) {
    const cells = line.replaceAll(/"(?:[^"]|"")*"/g, "q").split(",");
    expect(cells).toHaveLength(7);
  }
});
