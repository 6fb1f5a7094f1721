import { expect } from "@playwright/test";
import { differencesIn } from "./books-agree.ts";
import { type House, openHouse } from "./house.ts";
import { test as base } from "./test.ts";

/**
 * For tests of what would be in the way of later ones: the app killed, somebody disabled, a day that is closed, Sezzle gone; and of lists that
 * hold nothing else. Each has an app and a sandbox to itself, and its tills and shoppers are there.
 */
export const test = base.extend<{ home: House }>({
  home: async ({ engine }, use) => {
    const home = await openHouse({ engine });
    try {
      await use(home);
      expect(await differencesIn(home), "what differs in the books when all is done").toEqual([]);
    } finally {
      await home.close();
    }
  },
});

export { expect } from "@playwright/test";
