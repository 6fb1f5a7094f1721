import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/** What the queue needs of the write connection. `isOpen` is false once the database itself has undone the transaction. */
export type Transaction = {
  begin(): Promise<void>;
  savepoint(): Promise<void> | void;
  release(): Promise<void> | void;
  rollbackToSavepoint(): Promise<void> | void;
  commit(): Promise<void> | void;
  rollback(): Promise<void> | void;
  isOpen(): boolean;
};

type Piece = { work: () => Promise<unknown>; resolve(value: unknown): void; reject(error: unknown): void };
type Ended = { piece: Piece } & ({ ok: true; value: unknown } | { ok: false; error: unknown });

/** How many pieces of work one commit carries at most, and for how long pieces are added to it. */
const mostPieces = 128;
const longestBatchMs = 20;

/** After so long without a pause the connection is let go of for a moment, so that other processes get their turn. */
const longestHoldMs = 60;
/** Longer than another process sleeps between two tries to begin. */
const pauseMs = 4;

/**
 * Lets one asynchronous piece of work at a time own the write connection. Without it, what another request writes between two
 * awaits would land in this one's transaction. Pieces that wait together are committed together, each behind a savepoint
 * of its own: reaching the disk is what takes the time, and is then done once for all of them.
 */
export class WriteQueue {
  readonly #transaction: Transaction;
  readonly #waiting: Piece[] = [];
  #isRunning = false;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  /**
   * Runs `work` when all earlier work has ended. Its promise is settled after the commit that carries it. When `work` throws,
   * nothing of it remains and others are not touched; when the commit fails, all of its pieces fail.
   */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.push({ work, resolve: (value) => resolve(value as Value), reject });
      if (!this.#isRunning) void this.#runWaiting();
    });
  }

  async #runWaiting(): Promise<void> {
    this.#isRunning = true;
    let heldSince = performance.now();
    try {
      while (this.#waiting.length > 0) {
        // What came in at the same turn of the event loop goes together.
        await nextTurn();
        await this.#runBatch();
        if (performance.now() - heldSince < longestHoldMs) continue;
        await sleep(pauseMs);
        heldSince = performance.now();
      }
    } finally {
      this.#isRunning = false;
    }
  }

  async #runBatch(): Promise<void> {
    const waitedToBegin = Math.min(this.#waiting.length, mostPieces);
    try {
      await this.#transaction.begin();
    } catch (error) {
      for (const piece of this.#waiting.splice(0, waitedToBegin)) piece.reject(error);
      return;
    }
    const ended = await this.#runPieces();
    const lost = await this.#commit(ended);
    for (const it of ended) {
      if (!it.ok) it.piece.reject(it.error);
      else if (lost) it.piece.reject(lost.error);
      else it.piece.resolve(it.value);
    }
  }

  async #runPieces(): Promise<Ended[]> {
    const ended: Ended[] = [];
    const until = performance.now() + longestBatchMs;
    do {
      const piece = this.#waiting.shift();
      if (!piece) break;
      ended.push(await this.#runPiece(piece));
    } while (ended.length < mostPieces && performance.now() < until && this.#transaction.isOpen());
    return ended;
  }

  async #runPiece(piece: Piece): Promise<Ended> {
    try {
      await this.#transaction.savepoint();
      const value = await piece.work();
      await this.#transaction.release();
      return { piece, ok: true, value };
    } catch (error) {
      await this.#undo(() => this.#transaction.rollbackToSavepoint());
      return { piece, ok: false, error };
    }
  }

  /** Commits. Returns why nothing of it was kept, when that is so. */
  async #commit(ended: Ended[]): Promise<{ error: unknown } | null> {
    // A full disk makes SQLite undo the whole transaction, and the piece that met it has the reason.
    const last = ended.at(-1);
    if (!this.#transaction.isOpen() && last && !last.ok) return last;
    try {
      await this.#transaction.commit();
      return null;
    } catch (error) {
      await this.#undo(() => this.#transaction.rollback());
      return { error };
    }
  }

  /** What cannot be undone in part is undone as a whole. */
  async #undo(undo: () => Promise<void> | void): Promise<void> {
    if (!this.#transaction.isOpen()) return;
    try {
      await undo();
    } catch {
      await this.#transaction.rollback();
    }
  }
}
