import { type BrowserContext, test as base, expect } from "@playwright/test";
import { differencesIn } from "./books-agree.ts";
import type { EngineName } from "./database.ts";
import { staff } from "./demo-staff.ts";
import { Desk } from "./desk.ts";
import { type House, openHouse } from "./house.ts";
import { Shopper, ShopperPhone } from "./shopper.ts";
import { SignIns } from "./sign-ins.ts";
import { type Credentials, signIn, standAtRegister } from "./staff.ts";
import { Till } from "./till.ts";

type Fixtures = {
  /** Where the test's tills and shoppers are: the worker's house, unless a test has one of its own. */
  home: House;
  /** A counter tablet, signed in as the cashier at register 1. */
  till: Till;
  /** Opens another signed-in tablet (or another person's). */
  openTill: (options?: TillOptions) => Promise<Till>;
  /** Opens a manager's screen (or another person's) at the desk, signed in, with the orders before them. */
  openDesk: (options?: DeskOptions) => Promise<Desk>;
  /** The shopper, without a screen. */
  shopper: Shopper;
  /** The shopper's phone, for what is seen on it. */
  phone: ShopperPhone;
};

type DeskOptions = {
  person?: Credentials;
  viewport?: { width: number; height: number };
};

type TillOptions = { person?: Credentials; register?: string; url?: string };

/**
 * Tests of whole journeys: each worker has a house of its own, each test its own browsers. A worker does one test after another and ends
 * with one that fails: what a test puts right again, the app it killed among it, disturbs no other.
 */
export const test = base.extend<Fixtures, { engine: EngineName; house: House }>({
  engine: ["sqlite", { scope: "worker", option: true }],
  house: [
    async ({ engine }, use) => {
      const house = await openHouse({ engine });
      try {
        await use(house);
        expect(await differencesIn(house), "what differs in the books when all is done").toEqual([]);
      } finally {
        await house.close();
      }
    },
    { scope: "worker", timeout: 90_000 },
  ],
  home: async ({ house }, use) => {
    await use(house);
  },
  openTill: async ({ browser, home }, use) => {
    const contexts: BrowserContext[] = [];
    const signIns = new SignIns();
    await use(async ({ person = staff.cashier, register = "Register 1", url = home.app.url } = {}) => {
      const key = JSON.stringify([home.database, url, person, register]);
      const before = signIns.take(key);
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        hasTouch: true,
        baseURL: url,
        ...(before ? { storageState: before } : {}),
      });
      contexts.push(context);
      const till = new Till(await context.newPage());
      if (before && (await till.isStillSignedIn())) return till;
      await signIn(context, url, person);
      await standAtRegister(context, home, url, { person, register });
      await signIns.keep(key, context);
      expect(await till.isStillSignedIn(), "signed in, at a register").toBe(true);
      return till;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  openDesk: async ({ browser, home }, use) => {
    const contexts: BrowserContext[] = [];
    const signIns = new SignIns();
    await use(async ({ person = staff.manager, viewport = { width: 1440, height: 900 } } = {}) => {
      const key = JSON.stringify([home.database, person]);
      const before = signIns.take(key);
      const context = await browser.newContext({
        viewport,
        baseURL: home.app.url,
        ...(before ? { storageState: before } : {}),
      });
      contexts.push(context);
      const desk = new Desk(await context.newPage());
      if (before && (await desk.isStillSignedIn())) return desk;
      await signIn(context, home.app.url, person);
      await signIns.keep(key, context);
      expect(await desk.isStillSignedIn(), "signed in").toBe(true);
      return desk;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  till: async ({ openTill }, use) => {
    await use(await openTill());
  },
  shopper: async ({ home }, use) => {
    await use(new Shopper(home.sandbox));
  },
  phone: async ({ browser, home }, use) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await use(new ShopperPhone(await context.newPage(), home.sandbox));
    await context.close();
  },
});

export { expect } from "@playwright/test";
export { staff } from "./demo-staff.ts";
