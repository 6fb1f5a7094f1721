import type { APIRequestContext, Browser, BrowserContext } from "@playwright/test";
import { staff } from "./demo-staff.ts";
import type { House } from "./house.ts";
import { addPerson, type Credentials, personIdOf, signInOverHttp } from "./people-over-http.ts";

/** Somebody who is signed in, with their own cookies and id. */
export type Member = { personId: string; request: APIRequestContext; context: BrowserContext };

/** A browser in which somebody is signed in. Close its context in the end. */
export async function memberOf(browser: Browser, house: House, credentials: Credentials): Promise<Member> {
  const context = await browser.newContext({ baseURL: house.app.url });
  const refused = await signInOverHttp(context.request, house.app.url, credentials);
  if (refused) throw new Error(`${credentials.signInName} could not sign in: ${refused}`);
  return { personId: personIdOf(house, credentials.signInName), request: context.request, context };
}

/** Has the owner add somebody to a store, who then chooses a password. Returns what they sign in with. */
export async function addStaff(
  browser: Browser,
  house: House,
  person: { signInName: string; store: "MAPLE" | "HARBR"; role: "cashier" | "manager" },
): Promise<{ signInName: string; password: string }> {
  const owner = await memberOf(browser, house, staff.owner);
  const newcomer = await browser.newContext();
  const password = `own-password-of-${person.signInName.length}`;
  try {
    const both = { owner, newcomer: newcomer.request };
    await addPerson(house, house.app.url, both, { ...person, password });
  } finally {
    await owner.context.close();
    await newcomer.close();
  }
  return { signInName: person.signInName, password };
}

export { type Credentials, personIdOf, signInOverHttp, storeIdOf } from "./people-over-http.ts";
