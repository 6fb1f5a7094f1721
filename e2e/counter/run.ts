import { chromium } from "@playwright/test";
import { staff } from "../support/demo-staff.ts";
import { type House, openHouse } from "../support/house.ts";
import { someMobile, Till } from "../support/till.ts";

// Counts the touches of a sale and the seconds the till takes for it, touched as fast as a script can: `npm run measure:sale`. A person adds
// the time of their own fingers.

const sales = Number(process.env.SALES || 20);

type Measured = { touches: number; toSent: number; toApproved: number; toPaid: number };

async function sell(till: Till, { sandbox }: House): Promise<Measured> {
  const { page } = till;
  const mobile = someMobile();
  let touches = 0;
  const tap = async (name: string | RegExp) => {
    touches += 1;
    await page.getByRole("button", { name, exact: true }).first().tap();
  };
  const begunAt = performance.now();
  for (const digit of "8450") await tap(digit);
  await tap("Next: mobile number");
  for (const digit of mobile) await tap(digit);
  await tap("Send link for $84.50");
  await till.shows("Waiting for shopper");
  const toSent = performance.now() - begunAt;
  const messages = await sandbox.control<{ recipient: string; order_uuid: string }[]>("/messages");
  const uuid = messages.find((it) => it.recipient.endsWith(mobile))?.order_uuid;
  const doneAt = performance.now();
  await sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await till.shows("Approved");
  const toApproved = performance.now() - doneAt;
  const takenAt = performance.now();
  await tap("Capture $84.50");
  await till.shows("Paid");
  const toPaid = performance.now() - takenAt;
  await page.getByRole("link", { name: "New sale" }).first().tap();
  await page.waitForURL("**/till");
  return { touches, toSent, toApproved, toPaid };
}

const house = await openHouse();
const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox"],
});
try {
  const context = await browser.newContext({
    ...{ baseURL: house.app.url, viewport: { width: 1280, height: 800 }, hasTouch: true },
  });
  const till = new Till(await context.newPage());
  await till.signIn(staff.cashier, "Register 1");
  const all: Measured[] = [];
  for (let sale = 0; sale < sales; sale += 1) all.push(await sell(till, house));
  const said = (of: (it: Measured) => number) => {
    const sorted = all.map(of).sort((a, b) => a - b);
    const at = (share: number) =>
      `${((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(2)} s`;
    return `half within ${at(0.5)}, the slowest ${at(1)}`;
  };
  console.log(`${sales} sales of ${all[0]?.touches} touches each, the capture included`);
  console.log(`  first touch to link sent: ${said((it) => it.toSent)}`);
  console.log(`  shopper done to approved on the screen: ${said((it) => it.toApproved)}`);
  console.log(`  capture pressed to paid: ${said((it) => it.toPaid)}`);
} finally {
  await browser.close();
  await house.close();
}
