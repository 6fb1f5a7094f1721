import { builtActions, callAction } from "./built-app.ts";
import { readRows } from "./database.ts";
import type { HttpSender } from "./http-sender.ts";

/** Where an app keeps its database. */
type AppFile = { database: string };

export type Credentials = { signInName: string; password: string; code?: string; newPassword?: string };

/** Signs somebody in over HTTP, as the form does. Returns the word next-auth answers with; null when it worked. */
export async function signInOverHttp(
  sender: HttpSender,
  appUrl: string,
  credentials: Credentials,
): Promise<string | null> {
  const { csrfToken } = (await (await sender.get(`${appUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
  const { signInName, password, code = "", newPassword = "" } = credentials;
  const form = { signInName, password, code, newPassword, csrfToken, json: "true" };
  const answer = await sender.post(`${appUrl}/api/auth/callback/credentials`, { form });
  const { url } = (await answer.json()) as { url: string };
  return new URL(url, appUrl).searchParams.get("error");
}

/** The id of who signs in by this name. */
export function personIdOf(house: AppFile, signInName: string): string {
  const query = "select id from people where sign_in_name = ?";
  const [row] = readRows<{ id: string }>(house.database, query, signInName);
  if (!row) throw new Error(`nobody signs in as ${signInName}`);
  return row.id;
}

/** The id of the store of this code. */
export function storeIdOf(house: AppFile, code: string): string {
  const [row] = readRows<{ id: string }>(house.database, "select id from stores where code = ?", code);
  if (!row) throw new Error(`no store ${code}`);
  return row.id;
}

/** Has an owner add somebody to a store, who then chooses this password from a browser of their own. */
export async function addPerson(
  house: AppFile,
  appUrl: string,
  { owner, newcomer }: { owner: { personId: string; request: HttpSender }; newcomer: HttpSender },
  person: { signInName: string; password: string; store: "MAPLE" | "HARBR"; role: "cashier" | "manager" },
  headers?: Record<string, string>,
): Promise<void> {
  const { signInName, password, role } = person;
  const add = builtActions().get("app/(desk)/people/actions.ts#add") ?? "";
  const roles = [{ storeId: storeIdOf(house, person.store), role }];
  const input = { personId: owner.personId, name: signInName, signInName, roles };
  const answer = await callAction(owner.request, appUrl, add, input, headers);
  if (!answer.ok) throw new Error(`${signInName} could not be added: ${answer.code}`);
  const { password: temporary } = answer.value as { password: string };
  const credentials = { signInName, password: temporary, newPassword: password };
  const refused = await signInOverHttp(newcomer, appUrl, credentials);
  if (refused) throw new Error(`${signInName} could not choose a password: ${refused}`);
}
