import { randomUUID } from "node:crypto";
import { z } from "zod";
import { insertHistory } from "#db/queries/history.ts";
import { hasSales, insertStore, listStores, type Store, updateStore } from "#db/queries/stores.ts";
import { locales, wordsIn } from "#lib/language.ts";
import { currencies } from "#lib/money.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { capturePolicies, storeDefaults } from "#lib/store.ts";
import {
  countryOf,
  fixedOnceSold,
  isSameSetting,
  type StoreField,
  type StoreSettings,
  settingFaultSentence,
  settingsFault,
} from "#lib/store-settings.ts";
import { firstRegisterNames } from "#lib/words/new-store-words.ts";
import { storeChangeWords } from "#lib/words/store-change-words.ts";
import { settingNames, settingWords } from "#lib/words/store-words.ts";
import { refuse, rightAction } from "../action.ts";
import { notAllowed } from "../action-problems.ts";
import { write } from "../database.ts";
import { standingNow } from "../people/person-action.ts";
import {
  changedMeanwhile,
  changeStoreAs,
  inBothLanguages,
  noteChanges,
  wrongSetting,
} from "./store-change.ts";

const cents = z.number().int();
const fields = {
  name: z.string().trim().min(1).max(60),
  code: z.string().trim().toUpperCase().max(20),
  currency: z.enum(currencies),
  timeZone: z.string().max(60),
  locale: z.enum(locales),
  minCents: cents,
  maxCents: cents,
  checkoutTtlMs: z.number().int(),
  cashierRefundLimitCents: cents,
  capturePolicy: z.enum(capturePolicies),
  cutOffHour: z.number().int(),
  refundReasons: z.array(z.string().trim().max(200)).max(50),
  contactRetentionDays: z.number().int().nullable(),
};
const some = z.object(fields).partial();
const change = z.object({ storeId: z.string().max(100), was: some, to: some });

/**
 * Saves some settings of a store together: `was` is what the screen showed of each. Refused when one of them is something else by
 * now, or is fixed because the store has sold something. What stays the same leaves no trace.
 */
export const changeStoreAction = rightAction("store.manage", "stores.change", change, (viewer, input) =>
  changeStoreAs<null>(viewer, "stores.change", input.storeId, async (context) => {
    const { db, store } = context;
    const after: Store = { ...store, ...input.to };
    const changed = (Object.keys(input.to) as StoreField[]).filter(
      (it) => !isSameSetting(store[it], after[it]),
    );
    if (changed.length === 0) return success(null);
    const meanwhile = changed.find((it) => !isSameSetting(input.was[it], store[it]));
    if (meanwhile)
      return refusal(
        changedMeanwhile(store, (locale) => ({
          what: titled(wordsIn(settingNames, locale)[meanwhile]),
          isNow: settingWords(meanwhile, store, locale),
        })),
      );
    const fault = settingsFault(after);
    if (fault) return refusal(wrongSetting(fault, (locale) => settingFaultSentence(fault, locale)));
    const fixed = changed.find((it) => fixedOnceSold.includes(it));
    if (fixed && (await hasSales(db, store.id))) return refusal(fixedBySales(fixed));
    if (changed.includes("code") && (await isCodeTaken(context.db, after.code))) return refusal(codeTaken);
    const saved = Object.fromEntries(changed.map((it) => [it, after[it]]));
    const country = changed.includes("currency") ? { country: countryOf(after.currency) } : {};
    await updateStore(db, store.id, { ...saved, ...country });
    await noteChanges(
      context,
      changed.map((it) =>
        inBothLanguages(store, (locale) => ({
          what: wordsIn(settingNames, locale)[it],
          from: settingWords(it, store, locale),
          to: settingWords(it, after, locale),
        })),
      ),
    );
    return success(null);
  }),
);

const newStore = z.object({
  name: fields.name,
  code: fields.code,
  currency: fields.currency,
  timeZone: fields.timeZone,
  locale: fields.locale,
  registers: z.number().int().min(1).max(20),
});

const minute = 60_000;

/** Adds a store with its registers; everything else of it begins as a first store does. */
export const addStoreAction = rightAction("store.manage", "stores.add", newStore, async (viewer, input) => {
  const { registers, ...given } = input;
  const now = new Date();
  const store: Store = {
    ...{ id: randomUUID(), ...given, country: countryOf(given.currency) },
    ...{ minCents: 100, maxCents: 250_000, checkoutTtlMs: 30 * minute, cashierRefundLimitCents: 0 },
    ...storeDefaults(given.locale),
    createdAt: now,
  };
  const fault = settingsFault(store satisfies StoreSettings);
  if (fault) return refusal(wrongSetting(fault, (locale) => settingFaultSentence(fault, locale)));
  const result = await write<Result<{ storeId: string }>>(async (db) => {
    if (!(await standingNow(db, viewer)).isOwner) return refusal(notAllowed);
    if (await isCodeTaken(db, store.code)) return refusal(codeTaken);
    const its = firstRegisterNames(registers, store.locale).map((name) => ({
      id: randomUUID(),
      name,
      closedAt: null,
    }));
    await insertStore(db, store, its);
    const changes = [
      inBothLanguages(store, (locale) => ({
        what: wordsIn(storeChangeWords, locale).newStore,
        to: store.code,
      })),
      inBothLanguages(store, (locale) => ({
        what: wordsIn(storeChangeWords, locale).registers,
        to: String(registers),
      })),
    ];
    await insertHistory(db, {
      at: now,
      kind: "store.changed",
      storeId: store.id,
      personId: viewer.personId,
      data: { store: store.name, changes },
    });
    return success({ storeId: store.id });
  });
  return result.ok || result.problem.code !== notAllowed.code
    ? result
    : refuse(viewer, "stores.add", notAllowed);
});

async function isCodeTaken(db: Parameters<typeof listStores>[0], code: string): Promise<boolean> {
  return (await listStores(db)).some((it) => it.code === code);
}

function titled(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const codeTaken = wrongSetting("code", (locale) => wordsIn(storeChangeWords, locale).codeTaken);

function fixedBySales(field: StoreField): Problem {
  const sentences = (locale: string) =>
    wordsIn(storeChangeWords, locale).fixedBySales(wordsIn(settingNames, locale)[field]);
  return { code: "fixed_by_sales", ...sentences("en-US"), fr: sentences("fr-CA"), field };
}
