import type { Db } from "#db/engine.ts";
import { countTries, forgetOldTries, forgetTries, setTries } from "#db/queries/sign-in-tries.ts";
import { countedMs, limitByAccount, limitByAddress, type SignInLimit } from "#lib/sign-in-limits.ts";
import { write } from "../database.ts";

const accountKey = (signInName: string) => `account:${signInName}`;

/** Counts a try at an account before it is made, so that many at once count as many. Returns what it costs. */
export function countTry(signInName: string, address: string | null): Promise<SignInLimit> {
  return write(async (db) => {
    const now = new Date();
    const since = new Date(now.getTime() - countedMs);
    await forgetOldTries(db, since);
    const byAccount = await countTries(db, accountKey(signInName), since);
    const account = limitByAccount(byAccount);
    // A refused try is not counted: the refusal ends a while after the last one that was.
    if (account.refused) return account;
    await setTries(db, accountKey(signInName), byAccount + 1, now);
    if (!address) return account;
    const addressKey = `address:${address}`;
    const byAddress = await countTries(db, addressKey, since);
    await setTries(db, addressKey, byAddress + 1, now);
    return { refused: false, delayMs: Math.max(account.delayMs, limitByAddress(byAddress).delayMs) };
  });
}

/** Somebody has shown who they are: the wrong tries before are forgotten. */
export function forgetTriesOf(db: Db, signInName: string): Promise<void> {
  return forgetTries(db, accountKey(signInName));
}
