const mostDifferences = 40;

/** What happened in a run, counted, and what must not have. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #differences = new Set<string>();
  readonly #stopEarly: boolean;
  #isBroken = false;

  constructor(stopEarly: boolean) {
    this.#stopEarly = stopEarly;
  }

  /** Counts something of a subject, such as a fault of a kind. */
  count(subject: string, what: string, by = 1): void {
    const counts = this.#counts.get(subject) ?? new Map<string, number>();
    counts.set(what, (counts.get(what) ?? 0) + by);
    this.#counts.set(subject, counts);
  }

  of(subject: string, what: string): number {
    return this.#counts.get(subject)?.get(what) ?? 0;
  }

  total(subject: string): number {
    return [...(this.#counts.get(subject)?.values() ?? [])].reduce((sum, it) => sum + it, 0);
  }

  /** What was counted of a subject, most often first, as words. */
  words(subject: string): string {
    const sorted = [...(this.#counts.get(subject) ?? [])].sort(([, one], [, other]) => other - one);
    return sorted.map(([what, count]) => `${what} ${count}`).join(", ") || "none";
  }

  /** Notes something that must never be. The same again is noted once. */
  differ(sentence: string): void {
    this.#differences.add(sentence);
  }

  /** Notes that the run itself cannot go on. */
  breakOff(error: unknown): void {
    this.differ(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
    this.#isBroken = true;
  }

  get differences(): string[] {
    return [...this.#differences];
  }

  /** Whether going on can show nothing more that a person would read. */
  get isEnough(): boolean {
    return this.#isBroken || this.#differences.size >= (this.#stopEarly ? 1 : mostDifferences);
  }
}
