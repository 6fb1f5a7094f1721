type Waiting<Item> = { items: Set<Item>; done: Promise<void>; end(): void };

/**
 * Work that is named by keys: a few keys at a time, one piece of work a key, and all that waits for a key in one go. What comes for
 * a key whose work is under way makes one more piece of it. `work` must not throw.
 */
export class KeyedQueue<Item> {
  readonly #mostAtOnce: number;
  readonly #work: (key: string, items: Item[]) => Promise<void>;
  readonly #waiting = new Map<string, Waiting<Item>>();
  readonly #underWay = new Set<string>();

  constructor(mostAtOnce: number, work: (key: string, items: Item[]) => Promise<void>) {
    this.#mostAtOnce = mostAtOnce;
    this.#work = work;
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
    this.#startWaiting();
    return waiting.done;
  }

  #startWaiting(): void {
    for (const [key, waiting] of this.#waiting) {
      if (this.#underWay.size >= this.#mostAtOnce) return;
      if (this.#underWay.has(key)) continue;
      this.#waiting.delete(key);
      this.#underWay.add(key);
      void this.#work(key, [...waiting.items]).finally(() => {
        this.#underWay.delete(key);
        waiting.end();
        this.#startWaiting();
      });
    }
  }
}
