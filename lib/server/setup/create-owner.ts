import { randomUUID } from "node:crypto";
import { hashPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { countPeople, insertPerson } from "#db/queries/people.ts";
import { insertStore, type Store } from "#db/queries/stores.ts";
import { isTimeZone } from "#lib/business-day.ts";
import type { Country } from "#lib/contact.ts";
import { passwordComplaint } from "#lib/password.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { storeDefaults } from "#lib/store.ts";
import { write } from "../database.ts";
import { isSetupCode, spendSetupCode } from "./setup-code.ts";

export type FirstSetup = {
  code: string;
  name: string;
  signInName: string;
  password: string;
  storeName: string;
  /** Begins every sale's number: letters and digits. */
  storeCode: string;
  country: Country;
  timeZone: string;
  registers: number;
};

const minute = 60_000;

/** Creates the owner and the first store, for whoever knows the one-time code, as long as there are no people. */
export async function createOwner(setup: FirstSetup): Promise<Result<null>> {
  if (!isSetupCode(setup.code))
    return refused("code", "This is not the code in the till's log.", "Type it again.");
  const complaint = passwordComplaint(setup.password, setup.signInName);
  if (complaint) return refused("password", complaint, "Choose another password.");
  if (!isTimeZone(setup.timeZone))
    return refused("timeZone", "There is no such time zone.", "Choose one from the list.");
  const passwordHash = await hashPassword(setup.password);
  const now = new Date();
  const created = await write(async (db) => {
    if ((await countPeople(db)) > 0) return false;
    const registers = Array.from({ length: setup.registers }, (_, index) => ({
      id: randomUUID(),
      name: `Register ${index + 1}`,
      closedAt: null,
    }));
    await insertStore(db, storeOf(setup, now), registers);
    const personId = randomUUID();
    const { name, signInName } = setup;
    await insertPerson(
      db,
      {
        id: personId,
        signInName,
        name,
        passwordHash,
        passwordUntil: null,
        pinHash: null,
        locale: null,
        isOwner: true,
        disabledAt: null,
        rolesChangedAt: null,
        createdAt: now,
      },
      [],
    );
    await insertHistory(db, { at: now, kind: "person.created", personId });
    return true;
  });
  spendSetupCode();
  return created ? success(null) : refused("code", "This till has an owner already.", "Sign in instead.");
}

function storeOf(setup: FirstSetup, now: Date): Store {
  return {
    id: randomUUID(),
    code: setup.storeCode,
    name: setup.storeName,
    country: setup.country,
    currency: setup.country === "CA" ? "CAD" : "USD",
    locale: setup.country === "CA" ? "en-CA" : "en-US",
    timeZone: setup.timeZone,
    minCents: 100,
    maxCents: 250_000,
    checkoutTtlMs: 30 * minute,
    ...storeDefaults,
    cashierRefundLimitCents: 0,
    createdAt: now,
  };
}

function refused(field: string, happened: string, next: string) {
  return refusal({ code: "setup_refused", happened, money: "Nothing has been created.", next, field });
}
