import { randomUUID } from "node:crypto";
import { hashPassword } from "#db/passwords.ts";
import { insertHistory } from "#db/queries/history.ts";
import { countPeople, insertPerson } from "#db/queries/people.ts";
import { insertStore, type Store } from "#db/queries/stores.ts";
import { isTimeZone } from "#lib/business-day.ts";
import type { Country } from "#lib/contact.ts";
import { isGoodPassword, passwordComplaint } from "#lib/password.ts";
import { type Problem, type ProblemSentences, type Result, refusal, success } from "#lib/problem.ts";
import { storeDefaults } from "#lib/store.ts";
import { firstRegisterNames } from "#lib/words/new-store-words.ts";
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
  if (!isSetupCode(setup.code)) return refusal(wrongCode);
  if (!isGoodPassword(setup.password, setup.signInName)) return refusal(weakPassword(setup));
  if (!isTimeZone(setup.timeZone)) return refusal(wrongTimeZone);
  const passwordHash = await hashPassword(setup.password);
  const now = new Date();
  const created = await write(async (db) => {
    if ((await countPeople(db)) > 0) return false;
    const store = storeOf(setup, now);
    const registers = firstRegisterNames(setup.registers, store.locale).map((name) => ({
      id: randomUUID(),
      name,
      closedAt: null,
    }));
    await insertStore(db, store, registers);
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
  return created ? success(null) : refusal(hasOwner);
}

function storeOf(setup: FirstSetup, now: Date): Store {
  const locale = setup.country === "CA" ? "en-CA" : "en-US";
  return {
    id: randomUUID(),
    code: setup.storeCode,
    name: setup.storeName,
    country: setup.country,
    currency: setup.country === "CA" ? "CAD" : "USD",
    locale,
    timeZone: setup.timeZone,
    minCents: 100,
    maxCents: 250_000,
    checkoutTtlMs: 30 * minute,
    ...storeDefaults(locale),
    cashierRefundLimitCents: 0,
    createdAt: now,
  };
}

type Told = Pick<ProblemSentences, "happened" | "next">;

function refused(field: string, en: Told, fr: Told): Problem {
  return {
    code: "setup_refused",
    ...{ ...en, money: "Nothing has been created." },
    fr: { ...fr, money: "Rien n'a été créé." },
    field,
  };
}

const wrongCode = refused(
  "code",
  { happened: "This is not the code in the till's log.", next: "Type it again." },
  { happened: "Ce n'est pas le code du journal de la caisse.", next: "Saisissez-le de nouveau." },
);

const wrongTimeZone = refused(
  "timeZone",
  { happened: "There is no such time zone.", next: "Choose one from the list." },
  { happened: "Ce fuseau horaire n'existe pas.", next: "Choisissez-en un dans la liste." },
);

const hasOwner = refused(
  "code",
  { happened: "This till has an owner already.", next: "Sign in instead." },
  { happened: "Cette caisse a déjà un propriétaire.", next: "Connectez-vous plutôt." },
);

function weakPassword({ password, signInName }: FirstSetup): Problem {
  const complaint = (locale: string) => passwordComplaint(password, signInName, locale) ?? "";
  return refused(
    "password",
    { happened: complaint("en"), next: "Choose another password." },
    { happened: complaint("fr"), next: "Choisissez un autre mot de passe." },
  );
}
