/** A pause of this length forgets wrong sign-ins, and ends a refusal. */
export const countedMs = 15 * 60_000;

const freeTriesByAccount = 4;
const mostTriesByAccount = 10;
const freeTriesByAddress = 20;

export type SignInLimit = { refused: boolean; delayMs: number };

/**
 * What a further try costs after so many wrong ones in a row for one account: nothing for the first four, then a pause that
 * doubles from one second, and after ten a refusal.
 */
export function limitByAccount(wrongTries: number): SignInLimit {
  if (wrongTries >= mostTriesByAccount) return { refused: true, delayMs: 0 };
  const over = wrongTries - freeTriesByAccount;
  return { refused: false, delayMs: over < 0 ? 0 : Math.min(8_000, 2 ** over * 1_000) };
}

/** The same for one address: it is slowed and never refused, since a whole shop may share it. */
export function limitByAddress(wrongTries: number): SignInLimit {
  return { refused: false, delayMs: wrongTries < freeTriesByAddress ? 0 : 2_000 };
}
