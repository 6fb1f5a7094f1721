import type { APIRequestContext, Browser, BrowserContext } from "@playwright/test";
import { readRows } from "./database.ts";
import { staff } from "./demo-staff.ts";
import type { House } from "./house.ts";
import { addPerson, type Credentials, personIdOf, signInOverHttp } from "./people-over-http.ts";

/** Somebody who is signed in, with their own cookies and id. */
export type Member = { personId: string; request: APIRequestContext; context: BrowserContext };

/** A browser in which somebody is signed in. Close its context in the end. */
export async function memberOf(browser: Browser, house: House, credentials: Credentials): Promise<Member> {
  const context = await browser.newContext({ baseURL: house.app.url });
  await signIn(context, house.app.url, credentials);
  return { personId: personIdOf(house, credentials.signInName), request: context.request, context };
}

/** Signs somebody in without the form's page, which `till.spec.ts` and others go through. Throws when they are refused. */
export async function signIn(
  context: BrowserContext,
  appUrl: string,
  credentials: Credentials,
): Promise<void> {
  const refused = await signInOverHttp(context.request, appUrl, credentials);
  if (refused) throw new Error(`${credentials.signInName} could not sign in: ${refused}`);
}

/** Has a browser stand for a register of a store its person works in, as the choice after the sign-in does. */
export async function standAtRegister(
  context: BrowserContext,
  { database }: Pick<House, "database">,
  appUrl: string,
  { person, register }: { person: Credentials; register: string },
): Promise<void> {
  const query = `select r.id from people p
    join stores s on p.is_owner = 1 or exists (select 1 from memberships m where m.person_id = p.id and m.store_id = s.id)
    join registers r on r.store_id = s.id
    where p.sign_in_name = ? and r.name = ? and r.closed_at is null order by s.name`;
  const [found] = readRows<{ id: string }>(database, query, person.signInName, register);
  if (!found) throw new Error(`${person.signInName} works at no ${register}`);
  const cookie = { name: "till_register", value: found.id, url: appUrl };
  await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
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
