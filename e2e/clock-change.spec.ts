import type { Locator } from "@playwright/test";
import { addDays, boundsOfDate } from "#lib/business-day.ts";
import { changeRows } from "./support/database.ts";
import type { Desk } from "./support/desk.ts";
import { type House, openHouse } from "./support/house.ts";
import { type PastSale, writePastSales } from "./support/many-sales.ts";
import { personIdOf, storeIdOf } from "./support/staff.ts";
import { test as base, expect, staff } from "./support/test.ts";

// The sales of these days are written down as if they had been made: no history tells of them, and the books are not added up.
const test = base.extend<object, { house: House }>({
  house: [
    async ({ engine }, use) => {
      const house = await openHouse({ engine });
      await use(house);
      await house.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

test.describe.configure({ mode: "default", timeout: 90_000 });

const hour = 60 * 60_000;

/**
 * Sales at the edges of a business day, each of another amount. In autumn the clock shows the hour of the two in the middle twice. The
 * last of the day before, and the last of this one, are paid when the next day has begun.
 */
function salesAround(date: string, timeZone: string, cutOffHour: number): PastSale[] {
  const bounds = boundsOfDate(date, timeZone, cutOffHour);
  const [from, to] = [bounds.from.getTime(), bounds.to.getTime()];
  const paid = (at: number, amountCents: number, register: string, paidAt = at): PastSale => ({
    ...{ at: new Date(at), paidAt: new Date(paidAt), status: "captured", amountCents, register },
  });
  return [
    paid(from - 1_000, 1_001, "Register 1", from),
    paid(from, 2_002, "Register 1"),
    paid(from + 1.5 * hour, 4_004, "Register 2"),
    { at: new Date(from + 2.5 * hour), status: "cancelled", amountCents: 32_032, register: "Register 2" },
    paid(to - 1_000, 8_008, "Register 2", to),
    paid(to, 16_016, "Register 1"),
  ];
}

/** The cells of a report's table, line by line, with plain spaces. */
async function linesOf(table: Locator): Promise<string[]> {
  const texts = await table.getByRole("row").allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, " ").trim()).slice(1);
}

/** The days of a list around a date, the newest first: the day after, the day itself, the day before. */
async function daysAround(desk: Desk, storeId: string, date: string): Promise<Locator> {
  await desk.page.goto(`/days?store=${storeId}&before=${addDays(date, 2)}`);
  return desk.page.getByRole("main").getByRole("list").getByRole("listitem");
}

test("a manager finds in the days of 23 and of 25 hours, to the second, what was sold and paid in them, and signs them", {
  tag: "@long",
}, async ({ home, openDesk }) => {
  const spans = {
    "2026-03-08": "Sun, Mar 8, 00:00 to Mon, Mar 9, 00:00 (23 hours)",
    "2026-11-01": "Sun, Nov 1, 00:00 to Mon, Nov 2, 00:00 (25 hours)",
  };
  for (const date of Object.keys(spans))
    await writePastSales(home, "MAPLE", salesAround(date, "America/Chicago", 0));
  const storeId = storeIdOf(home, "MAPLE");
  const desk = await openDesk();
  const { page } = desk;
  for (const [date, span] of Object.entries(spans)) {
    const days = await daysAround(desk, storeId, date);
    const [after, itself, before] = [days.nth(0), days.nth(1), days.nth(2)];
    await expect(after).toContainText(/1 sale.*\$240\.24/);
    await expect(before).toContainText(/1 sale.*\$0\.00/);
    await expect(itself).toContainText(/4 sales.*\$70\.07/);
    await itself.getByRole("link").click();
    await expect(page.getByText(span)).toBeVisible();
    const totals = page.getByRole("region", { name: "Totals" });
    await expect(totals).toHaveText(/Started\$460\.464×Captured\$70\.073×Refunded\$0\.000×Released\$0\.000×/);
    const table = (name: string) => page.getByRole("region", { name });
    expect(await linesOf(table("By status"))).toEqual(["Cancelled $320.32 1×", "Paid $140.14 3×"]);
    expect(await linesOf(table("By cashier"))).toEqual(["Casey $460.46 4× $70.07 3× – –"]);
    expect(await linesOf(table("By register"))).toEqual([
      "Register 1 $20.02 1× $30.03 2× – –",
      "Register 2 $440.44 3× $40.04 1× – –",
    ]);
    await desk.press("Sign and close…");
    await desk.confirm("Sign and close");
    await expect(table("Signature")).toContainText("Closed by Morgan");
    await expect(table("Signature")).not.toContainText("before its end");
    const csv = await page.request.get(`/api/days/${storeId}/${date}/csv`);
    const { from, to } = boundsOfDate(date, "America/Chicago");
    for (const line of [
      `From (UTC),,,,${from.toISOString()}`,
      `Until (UTC),,,,${to.toISOString()}`,
      "Captured,3,70.07,USD,",
    ])
      expect(await csv.text()).toContain(`Maple Street,${line}\r\n`);

    await page.goto(`/orders?day=${date}`);
    await expect(desk.rows).toHaveCount(4);
    for (const amount of ["$80.08", "$320.32", "$40.04", "$20.02"])
      await expect(desk.rows.filter({ hasText: amount })).toHaveCount(1);
  }
});

test("an owner finds them in a store of another country, whose days begin at four, and reads them in French", {
  tag: "@long",
}, async ({ home, openDesk }) => {
  const file = home.database;
  changeRows(file, "update stores set cut_off_hour = 4, locale = 'fr-CA' where code = 'HARBR'");
  const spans = {
    "2026-03-07": "du sam. 7 mars, 04 h 00 au dim. 8 mars, 04 h 00 (23 heures)",
    "2026-10-31": "du sam. 31 oct., 04 h 00 au dim. 1 nov., 04 h 00 (25 heures)",
  };
  for (const date of Object.keys(spans))
    await writePastSales(home, "HARBR", salesAround(date, "America/Toronto", 4));
  const storeId = storeIdOf(home, "HARBR");
  const read = (locale: string) =>
    changeRows(file, "update people set locale = ? where id = ?", locale, personIdOf(home, "olive"));
  read("en-US");
  const desk = await openDesk({ person: staff.owner });
  const { page } = desk;
  read("fr-CA");
  for (const [date, span] of Object.entries(spans)) {
    const days = await daysAround(desk, storeId, date);
    await expect(days.nth(0)).toContainText(/1 vente.*240,24\s\$/);
    await expect(days.nth(2)).toContainText(/1 vente.*0,00\s\$/);
    await expect(days.nth(1)).toContainText(/4 ventes.*70,07\s\$/);
    await days.nth(1).getByRole("link").click();
    await expect(page.getByText(span)).toBeVisible();
    expect(await linesOf(page.getByRole("region", { name: "Par caissier" }))).toEqual([
      "Robin 460,46 $ 4× 70,07 $ 3× – –",
    ]);
    await desk.press("Signer et fermer…");
    await desk.confirm("Signer et fermer");
    await expect(page.getByRole("region", { name: "Signature" })).toContainText("Fermée par Olive");
    await page.goto(`/orders?store=${storeId}&day=${date}`);
    await expect(page.getByText(/80[.,]08/)).toHaveCount(1);
    await expect(page.getByText(/(10[.,]01|160[.,]16)/)).toHaveCount(0);
  }
});
