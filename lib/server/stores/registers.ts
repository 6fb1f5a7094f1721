import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  findRegister,
  insertRegister,
  listRegisters,
  type Store,
  updateRegister,
} from "#db/queries/stores.ts";
import { wordsIn } from "#lib/language.ts";
import { type Problem, refusal, success } from "#lib/problem.ts";
import { storeChangeWords } from "#lib/words/store-change-words.ts";
import { rightAction } from "../action.ts";
import {
  changedMeanwhile,
  changeStoreAs,
  inBothLanguages,
  noteChanges,
  type StoreChange,
  wrongSetting,
} from "./store-change.ts";

const storeId = z.string().max(100);
const name = z.string().trim().min(1).max(60);
const state = z.object({ name, isClosed: z.boolean() });

/** Adds a register to a store. */
export const addRegisterAction = rightAction(
  "store.manage",
  "registers.add",
  z.object({ storeId, name }),
  (viewer, input) =>
    changeStoreAs<null>(viewer, "registers.add", input.storeId, async (context) => {
      if (await isNameTaken(context, input.name)) return refusal(nameTaken);
      const register = { id: randomUUID(), storeId: context.store.id, name: input.name, closedAt: null };
      await insertRegister(context.db, register);
      await noteChanges(context, [
        inBothLanguages(context.store, (locale) => ({
          what: wordsIn(storeChangeWords, locale).newRegister,
          to: register.name,
        })),
      ]);
      return success(null);
    }),
);

/**
 * Renames a register, closes it or opens it again. Closed, nobody can choose it or start a sale at it; what was sold at it stays, and
 * what is open there is finished elsewhere.
 */
export const changeRegisterAction = rightAction(
  "store.manage",
  "registers.change",
  z.object({ storeId, registerId: z.string().max(100), was: state, to: state }),
  (viewer, { registerId, was, to, ...input }) =>
    changeStoreAs<null>(viewer, "registers.change", input.storeId, async (context) => {
      const { db, store, now } = context;
      const register = await findRegister(db, registerId);
      if (register?.storeId !== store.id) return refusal(unknownRegister);
      const is = { name: register.name, isClosed: register.closedAt !== null };
      if (is.name === to.name && is.isClosed === to.isClosed) return success(null);
      if (is.name !== was.name || is.isClosed !== was.isClosed)
        return refusal(
          changedMeanwhile(store, (locale) => ({
            what: wordsIn(storeChangeWords, locale).theRegister,
            isNow: `${is.name}, ${openWord(is.isClosed, locale)}`,
          })),
        );
      if (to.name !== is.name && (await isNameTaken(context, to.name, registerId))) return refusal(nameTaken);
      await updateRegister(db, registerId, {
        name: to.name,
        ...(to.isClosed === is.isClosed ? {} : { closedAt: to.isClosed ? now : null }),
      });
      const changes = [
        ...(to.name === is.name ? [] : [renamed(store, is.name, to.name)]),
        ...(to.isClosed === is.isClosed ? [] : [turned(store, to.name, is.isClosed, to.isClosed)]),
      ];
      await noteChanges(context, changes);
      return success(null);
    }),
);

function renamed(store: Store, from: string, to: string) {
  return inBothLanguages(store, (locale) => ({ what: wordsIn(storeChangeWords, locale).register, from, to }));
}

function turned(store: Store, what: string, wasClosed: boolean, isClosed: boolean) {
  return inBothLanguages(store, (locale) => ({
    what,
    from: openWord(wasClosed, locale),
    to: openWord(isClosed, locale),
  }));
}

function openWord(isClosed: boolean, locale: string): string {
  const { closed, open } = wordsIn(storeChangeWords, locale);
  return isClosed ? closed : open;
}

async function isNameTaken({ db, store }: StoreChange, name: string, butOf?: string): Promise<boolean> {
  const registers = await listRegisters(db, [store.id]);
  return registers.some((it) => it.id !== butOf && it.name.toLowerCase() === name.toLowerCase());
}

const nameTaken = wrongSetting("name", (locale) => wordsIn(storeChangeWords, locale).registerNameTaken);

const unknownRegister: Problem = {
  code: "unknown_register",
  happened: "There is no such register in this store.",
  money: "Nothing has changed.",
  next: "Load this page again.",
  fr: {
    happened: "Ce magasin n'a pas une telle caisse.",
    money: "Rien n'a changé.",
    next: "Rechargez cette page.",
  },
};
