type Waiting<Item> = { items: Set<Item>; done: Promise<void>; end(): void };

export type KeyedQueueSettings<Item> = {
  /** How many keys are worked on at once. */
  mostAtOnce: number;
  /** How long after one piece of work was begun the next may be. */
  gapMs: number;
  /** Must not throw. */
  work: (key: string, items: Item[]) => Promise<void>;
};

/**
 * Work that is named by keys: a few keys at a time, one piece of work a key, and all that waits for a key in one go. What comes for
 * a key whose work is under way makes one more piece of it.
 */
export class KeyedQueue<Item> {
  readonly #settings: KeyedQueueSettings<Item>;
  readonly #waiting = new Map<string, Waiting<Item>>();
  readonly #underWay = new Set<string>();
  #mayBeginAt = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(settings: KeyedQueueSettings<Item>) {
    this.#settings = settings;
  }

  /** Adds something to a key's work. Resolves when that has been done. */
  add(key: string, item: Item): Promise<void> {
    let waiting = this.#waiting.get(key);
    if (!waiting) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting = { items: new Set(), done: promise, end: resolve };
      this.#waiting.set(key, waiting);
    }
    waiting.items.add(item);
    this.#beginWaiting();
    return waiting.done;
  }

  #beginWaiting(): void {
    if (this.#timer) return;
    for (const [key, waiting] of this.#waiting) {
      if (this.#underWay.size >= this.#settings.mostAtOnce) return;
      if (this.#underWay.has(key)) continue;
      const now = performance.now();
      if (now < this.#mayBeginAt) {
        this.#timer = setTimeout(() => {
          this.#timer = null;
          this.#beginWaiting();
        }, this.#mayBeginAt - now);
        return;
      }
      this.#mayBeginAt = now + this.#settings.gapMs;
      this.#begin(key, waiting);
    }
  }

  #begin(key: string, waiting: Waiting<Item>): void {
    this.#waiting.delete(key);
    this.#underWay.add(key);
    void this.#settings.work(key, [...waiting.items]).finally(() => {
      this.#underWay.delete(key);
      waiting.end();
      this.#beginWaiting();
    });
  }
}
