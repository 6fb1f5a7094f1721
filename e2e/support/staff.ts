import type { APIRequestContext, Browser, BrowserContext } from "@playwright/test";
import { builtActions, callAction } from "./built-app.ts";
import { readRows } from "./database-file.ts";
import type { House } from "./house.ts";
import { staff } from "./test.ts";

export type Credentials = { signInName: string; password: string; code?: string; newPassword?: string };

/** Signs somebody in over HTTP, as the form does. Returns the word next-auth answers with; null when it worked. */
export async function signInOverHttp(
  sender: APIRequestContext,
  appUrl: string,
  credentials: Credentials,
): Promise<string | null> {
  const { csrfToken } = (await (await sender.get(`${appUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { ...credentials, csrfToken, json: "true" };
  const answer = await sender.post(`${appUrl}/api/auth/callback/credentials`, { form });
  const { url } = (await answer.json()) as { url: string };
  return new URL(url, appUrl).searchParams.get("error");
}

/** Somebody who is signed in, with their own cookies and id. */
export type Member = { personId: string; request: APIRequestContext; context: BrowserContext };

/** A browser in which somebody is signed in. Close its context in the end. */
export async function memberOf(browser: Browser, house: House, credentials: Credentials): Promise<Member> {
  const context = await browser.newContext({ baseURL: house.app.url });
  const refused = await signInOverHttp(context.request, house.app.url, credentials);
  if (refused) throw new Error(`${credentials.signInName} could not sign in: ${refused}`);
  return { personId: personIdOf(house, credentials.signInName), request: context.request, context };
}

/** The id of who signs in by this name. */
export function personIdOf(house: House, signInName: string): string {
  const query = "select id from people where sign_in_name = ?";
  const [row] = readRows<{ id: string }>(house.databaseFile, query, signInName);
  if (!row) throw new Error(`nobody signs in as ${signInName}`);
  return row.id;
}

/** The id of the store of this code. */
export function storeIdOf(house: House, code: string): string {
  const [row] = readRows<{ id: string }>(house.databaseFile, "select id from stores where code = ?", code);
  if (!row) throw new Error(`no store ${code}`);
  return row.id;
}

/** Has the owner add somebody to a store, who then chooses this password. Returns what they sign in with. */
export async function addStaff(
  browser: Browser,
  house: House,
  person: { signInName: string; store: "MAPLE" | "HARBR"; role: "cashier" | "manager" },
): Promise<{ signInName: string; password: string }> {
  const owner = await memberOf(browser, house, staff.owner);
  const { signInName, role } = person;
  const add = builtActions().get("app/(desk)/people/actions.ts#add") ?? "";
  const answer = await callAction(owner.request, house.app.url, add, {
    personId: owner.personId,
    name: signInName,
    signInName,
    roles: [{ storeId: storeIdOf(house, person.store), role }],
  });
  await owner.context.close();
  if (!answer.ok) throw new Error(`${signInName} could not be added: ${answer.code}`);
  const { password: temporary } = answer.value as { password: string };
  const password = `own-password-of-${signInName.length}`;
  const first = await browser.newContext();
  const refused = await signInOverHttp(first.request, house.app.url, {
    signInName,
    password: temporary,
    newPassword: password,
  });
  await first.close();
  if (refused) throw new Error(`${signInName} could not choose a password: ${refused}`);
  return { signInName, password };
}
