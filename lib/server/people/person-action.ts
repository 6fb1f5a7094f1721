import { z } from "zod";
import type { Db } from "#db/engine.ts";
import { findPerson, listMemberships, type Person } from "#db/queries/people.ts";
import { mayManage, type Standing } from "#lib/people.ts";
import { type Problem, type Result, refusal } from "#lib/problem.ts";
import type { RefusableAction } from "#lib/words/refusal-words.ts";
import { refuse, rightAction } from "../action.ts";
import { notAllowed, unknownPerson } from "../action-problems.ts";
import type { Viewer } from "../auth/viewer.ts";
import { write } from "../database.ts";
import { findVisible, standing } from "./list.ts";

/** Somebody and what they may do, about to change something about a person, inside one transaction. */
export type PersonChange = {
  db: Db;
  viewer: Viewer;
  /** Where the viewer stands at this moment. */
  by: Standing;
  person: Person;
  standing: Standing;
  now: Date;
};

/** Whom an action is about; `personId` is who acts. */
const about = z.object({ aboutId: z.string().max(100) });

/** One kind of change to another person. */
type Kind<Input extends z.ZodObject, Prepared, Value> = {
  name: RefusableAction;
  input: Input;
  /** What takes its time and must not be waited for inside a transaction; only for those who may at all. */
  prepare?: () => Promise<Prepared>;
  /** Asked in place of the usual `mayManage`. */
  isAllowed?: (context: PersonChange, input: z.output<Input>) => boolean;
  change: (context: PersonChange, input: z.output<Input>, prepared: Prepared) => Promise<Result<Value>>;
};

/**
 * Wraps a change to another person of the viewer's stores. Standings are read inside the transaction of the change: whoever
 * lost their role a moment ago changes nothing any more.
 */
export function personAction<Input extends z.ZodObject, Value, Prepared = undefined>(
  kind: Kind<Input, Prepared, Value>,
) {
  const { name, input, change, isAllowed = mayManageThem } = kind;
  return rightAction("people.manage", name, input.and(about), async (viewer, parsed) => {
    const prepared = (await kind.prepare?.()) as Prepared;
    const result = await write<Result<Value>>(async (db) => {
      const found = await findVisible(db, viewer, parsed.aboutId);
      if (!found) return refusal(unknownPerson);
      if (found.person.id === viewer.personId) return refusal(yourself);
      const context = { db, viewer, by: await standingNow(db, viewer), ...found, now: new Date() };
      return isAllowed(context, parsed) ? change(context, parsed, prepared) : refusal(notAllowed);
    });
    return refusedHere(result) ? refuse(viewer, name, result.problem) : result;
  });
}

function mayManageThem({ by, standing }: PersonChange): boolean {
  return mayManage(by, standing);
}

/** Where a viewer stands now, whatever they were when the request came. */
export async function standingNow(db: Db, viewer: Viewer): Promise<Standing> {
  const person = await findPerson(db, viewer.personId);
  if (!person || person.disabledAt) return { isOwner: false, roles: [] };
  return standing(person, await listMemberships(db, [person.id]));
}

function refusedHere(result: Result<unknown>): result is { ok: false; problem: Problem } {
  return !result.ok && [unknownPerson.code, notAllowed.code, yourself.code].includes(result.problem.code);
}

const yourself: Problem = {
  code: "yourself",
  happened: "You cannot do this to yourself.",
  money: "Nothing has changed.",
  next: "Change your own password and sessions under Account, or ask an owner.",
  fr: {
    happened: "Vous ne pouvez pas vous faire cela à vous-même.",
    money: "Rien n'a changé.",
    next: "Changez vos propres mot de passe et sessions sous Compte, ou demandez à un propriétaire.",
  },
};
