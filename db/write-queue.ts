type Transaction = { begin(): Promise<void>; commit(): void; rollback(): void };

/**
 * Lets one asynchronous transaction at a time own the write connection, from BEGIN until COMMIT or ROLLBACK. Without
 * it, what another request writes between two awaits would land in this one's transaction.
 */
export class WriteQueue {
  readonly #transaction: Transaction;
  #last: Promise<unknown> = Promise.resolve();

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  /** Runs `work` when all earlier work has ended. Its result or error is the caller's; the queue goes on either way. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(() => this.#alone(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #alone<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.#transaction.begin();
    try {
      const value = await work();
      this.#transaction.commit();
      return value;
    } catch (error) {
      this.#transaction.rollback();
      throw error;
    }
  }
}
