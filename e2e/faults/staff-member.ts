import { type ActionAnswer, builtActions, callAction } from "../support/built-app.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { addPerson, type Credentials, personIdOf, signInOverHttp } from "../support/people-over-http.ts";
import type { Fleet } from "./fleet.ts";
import type { Random } from "./random.ts";

/** Somebody signed in at a register, who acts over HTTP on whichever process answers. */
export class StaffMember {
  readonly name: string;
  readonly personId: string;
  readonly client: CookieClient;
  readonly #fleet: Fleet;
  readonly #random: Random;

  constructor(name: string, personId: string, client: CookieClient, fleet: Fleet, random: Random) {
    this.name = name;
    this.personId = personId;
    this.client = client;
    this.#fleet = fleet;
    this.#random = random;
  }

  /** Sends an action once. Null when no answer came, or none of the app's own: what became of it is not known then. */
  async send(action: string, input: object): Promise<ActionAnswer | null> {
    const url = this.#fleet.urlOf(this.#random);
    const id = actions().get(action);
    if (!id) throw new Error(`the app has no action ${action}`);
    if (url === null) return null;
    try {
      const { origin } = new URL(this.#fleet.publicUrl);
      const answer = await callAction(
        this.client,
        url,
        id,
        { personId: this.personId, ...input },
        { origin },
      );
      return answer.ok || answer.code !== null ? answer : null;
    } catch {
      return null;
    }
  }

  /** Says that this person's screen shows a sale. */
  async watch(saleId: string): Promise<void> {
    const url = this.#fleet.urlOf(this.#random);
    const headers = { "content-type": "application/json" };
    // A screen says so again and again: one that is lost is made up for.
    if (url)
      await this.client
        .post(`${url}/api/watch`, { data: JSON.stringify({ saleId }), headers })
        .catch(() => {});
  }
}

let found: Map<string, string> | null = null;

function actions(): Map<string, string> {
  found ??= builtActions();
  return found;
}

type House = { database: string; fleet: Fleet; random: Random };

/** Signs somebody in and has them stand at a register. */
export async function signIn(
  house: House,
  credentials: Credentials,
  registerId: string,
): Promise<StaffMember> {
  const { fleet, random } = house;
  const client = new CookieClient(fleet.publicUrl);
  const refused = await signInOverHttp(client, fleet.running[0]?.url ?? "", credentials);
  if (refused) throw new Error(`${credentials.signInName} could not sign in: ${refused}`);
  client.setCookie("till_register", registerId);
  const name = credentials.signInName;
  return new StaffMember(name, personIdOf(house, name), client, fleet, random.fork(name));
}

/** Has the owner add a second cashier to Maple Street. Returns what they sign in with. */
export async function addCashier(house: House, owner: StaffMember): Promise<Credentials> {
  const { fleet } = house;
  const newcomer = new CookieClient(fleet.publicUrl);
  const cashier = { signInName: "sam", password: "maple-counter-2" };
  const both = { owner: { personId: owner.personId, request: owner.client }, newcomer };
  const headers = { origin: new URL(fleet.publicUrl).origin };
  const person = { ...cashier, store: "MAPLE", role: "cashier" } as const;
  await addPerson(house, fleet.running[0]?.url ?? "", both, person, headers);
  newcomer.close();
  return cashier;
}
