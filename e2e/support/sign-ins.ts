import type { BrowserContext } from "@playwright/test";

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The sign-ins of this worker's earlier tests, by house, person and place. */
const kept = new Map<string, Kept>();

/**
 * Most tests need somebody signed in and do not care how. They take over the cookies of an earlier test in the same house; a second
 * browser of the same person within one test signs in by itself, so that the two have sessions of their own.
 */
export class SignIns {
  readonly #used = new Set<string>();

  /** The cookies to begin a browser with; undefined when it has to sign in. */
  take(key: string): Kept | undefined {
    if (this.#used.has(key)) return undefined;
    this.#used.add(key);
    return kept.get(key);
  }

  /** Keeps what a browser that has just signed in was given. */
  async keep(key: string, context: BrowserContext): Promise<void> {
    kept.set(key, await context.storageState());
  }
}
