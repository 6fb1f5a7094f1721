import type { Db } from "#db/engine.ts";
import { countTries, forgetOldTries, listPinTries, setTries } from "#db/queries/sign-in-tries.ts";
import { countedMs, limitByAccount, limitByAddress, type SignInLimit } from "#lib/sign-in-limits.ts";
import { read, write } from "../database.ts";

/** What a try costs, and whether a refusal is the first of its kind: that one alone is worth a line of history. */
export type TryLimit = SignInLimit & { isFirstRefusal: boolean };

/**
 * Counts a try under a key before it is made, so that many at once count as many. Returns what it costs. Once a key is shut, a
 * further try writes nothing.
 */
export async function countTry(key: string, address: string | null): Promise<TryLimit> {
  const shut = { refused: true, delayMs: 0 };
  const triesOf = (db: Db, now: Date) => countTries(db, key, new Date(now.getTime() - countedMs));
  const before = await read((db) => triesOf(db, new Date()));
  if (limitByAccount(before - 1).refused) return { ...shut, isFirstRefusal: false };
  return write(async (db) => {
    const now = new Date();
    await forgetOldTries(db, new Date(now.getTime() - countedMs));
    const byAccount = await triesOf(db, now);
    const account = limitByAccount(byAccount);
    if (limitByAccount(byAccount - 1).refused) return { ...shut, isFirstRefusal: false };
    await setTries(db, key, byAccount + 1, now);
    if (account.refused) return { ...account, isFirstRefusal: true };
    const byAddress = await countAddress(db, address, now);
    return { refused: false, delayMs: Math.max(account.delayMs, byAddress), isFirstRefusal: false };
  });
}

async function countAddress(db: Db, address: string | null, now: Date): Promise<number> {
  if (!address) return 0;
  const key = `address:${address}`;
  const tries = await countTries(db, key, new Date(now.getTime() - countedMs));
  await setTries(db, key, tries + 1, now);
  return limitByAddress(tries).delayMs;
}

/** The people whose PIN is shut somewhere at this moment. */
export async function listShutPins(db: Db, now: Date): Promise<Set<string>> {
  const counted = await listPinTries(db, new Date(now.getTime() - countedMs));
  return new Set(counted.filter((it) => limitByAccount(it.tries).refused).map((it) => it.personId));
}

/** How many refusals of names that nobody has are written down in a quarter of an hour: a stranger must not fill the disk. */
const mostUnknown = 100;

/** Counts a refusal of a name that nobody has. False once enough of them have been written down. */
export async function mayNoteUnknown(db: Db, now: Date): Promise<boolean> {
  const key = "refusals:unknown";
  const noted = await countTries(db, key, new Date(now.getTime() - countedMs));
  if (noted < mostUnknown) await setTries(db, key, noted + 1, now);
  return noted < mostUnknown;
}
