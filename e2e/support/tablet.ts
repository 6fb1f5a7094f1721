import type { APIRequestContext, Browser } from "@playwright/test";
import { builtActions, callAction } from "./built-app.ts";
import type { House } from "./house.ts";
import { type Credentials, memberOf } from "./staff.ts";

async function actAs(
  house: House,
  by: { personId: string; request: APIRequestContext },
  action: string,
  input: object,
) {
  const id = builtActions().get(action) ?? "";
  const answer = await callAction(by.request, house.app.url, id, { personId: by.personId, ...input });
  if (!answer.ok) throw new Error(`${action}: ${answer.code}`);
  return answer.value;
}

/** Has somebody choose a PIN, as the account page does. */
export async function choosePin(
  browser: Browser,
  house: House,
  person: Credentials,
  pin: string,
): Promise<void> {
  const member = await memberOf(browser, house, person);
  const proof = { password: person.password, code: "" };
  await actAs(house, member, "app/(desk)/account/actions.ts#setPin", { ...proof, pin });
  await member.context.close();
}

/** Has a manager pair a browser with a register. */
export async function pairTablet(
  browser: Browser,
  house: House,
  { manager, registerId, tablet }: { manager: Credentials; registerId: string; tablet: APIRequestContext },
): Promise<void> {
  const member = await memberOf(browser, house, manager);
  const offered = await actAs(house, member, "app/(desk)/stores/tablet-actions.ts#offerPairing", {
    registerId,
  });
  await member.context.close();
  const { code } = offered as { code: string };
  const id = builtActions().get("app/tablet/actions.ts#pairTablet") ?? "";
  const { url } = house.app;
  const origin = { origin: new URL(url).origin };
  const paired = await callAction(tablet, url, id, { code }, origin, "/sign-in/pair");
  if (!paired.ok) throw new Error(`the tablet was not paired: ${paired.code}`);
}

/** Signs somebody in with a PIN over HTTP, as a paired tablet does. Returns the word next-auth answers with; null when it worked. */
export async function openByPin(
  house: House,
  tablet: APIRequestContext,
  input: { personId: string; pin: string },
): Promise<string | null> {
  const { url: appUrl } = house.app;
  const { csrfToken } = (await (await tablet.get(`${appUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await tablet.post(`${appUrl}/api/auth/callback/pin`, {
    form: { ...input, csrfToken, json: "true" },
  });
  const { url } = (await answer.json()) as { url: string };
  return new URL(url, appUrl).searchParams.get("error");
}
