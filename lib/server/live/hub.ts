import { lastSeq, listSaleLinesAfter } from "#db/queries/history.ts";
import type { LiveChange } from "#lib/sale-view.ts";
import { onCommit, read } from "../database.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { viewSales } from "../sales/view.ts";

/** An event of the live stream, rendered once for all who may see it. One without a position is never replayed. */
export type LiveEvent = { seq: number | null; storeId: string; frame: Uint8Array };

type Listener = (events: LiveEvent[]) => void;

/** How often the history is looked at for what another process wrote. */
const tailMs = 500;
const pageSize = 200;

/**
 * Follows the history, the one truth of what happened, and hands each new line to this process's streams. Looks after
 * each commit of this process, and twice a second for those of others.
 */
class LiveHub {
  readonly #listeners = new Set<Listener>();
  #seq: number | null = null;
  #starting: Promise<void> | null = null;
  #reading = false;
  #again = false;

  constructor() {
    onCommit(() => this.wake());
    setInterval(() => this.wake(), tailMs).unref();
  }

  /** The position up to which every listener has been told; asked for after `listen`, nothing later is missed. */
  async position(): Promise<number> {
    this.#starting ??= read(lastSeq).then((seq) => {
      this.#seq = seq;
    });
    await this.#starting;
    return this.#seq ?? 0;
  }

  /** Calls the listener with what is new from now on. Returns the way to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Tells those who listen now how a sale is after Sezzle was asked, also when nothing changed. It is not kept: whoever
   * misses it misses only how fresh the sale is.
   */
  async announceFresh({ id, storeId }: { id: string; storeId: string }): Promise<void> {
    if (this.#listeners.size === 0) return;
    const sale = (await read((db) => viewSales(db, [id]))).get(id);
    if (!sale) return;
    const event = { seq: null, storeId, frame: frameOf("fresh", sale) };
    for (const listener of this.#listeners) listener([event]);
  }

  /** Looks for new lines soon. Calls that come while it looks make it look once more. */
  wake(): void {
    if (this.#listeners.size === 0) {
      // Nobody listens: the next listener starts from where the history is then.
      this.#starting = null;
      return;
    }
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    this.#follow()
      .catch((error) => log().error({ err: error }, "the live stream could not read the history"))
      .finally(() => {
        this.#reading = false;
        if (this.#again) {
          this.#again = false;
          this.wake();
        }
      });
  }

  async #follow(): Promise<void> {
    for (;;) {
      const after = await this.position();
      // Read before the lines: lines about no sale move the position on, too.
      const newest = await read(lastSeq);
      // Most commits write no line.
      if (newest <= after) return;
      const events = await renderLinesAfter(after, null, pageSize);
      const isWhole = events.length < pageSize;
      this.#seq = Math.max(after, events.at(-1)?.seq ?? 0, isWhole ? newest : 0);
      if (events.length > 0) for (const listener of this.#listeners) listener(events);
      if (isWhole) return;
    }
  }
}

/** The lines after a position as events of the stream, oldest first; for some stores, or for all when null. */
export async function renderLinesAfter(
  seq: number,
  storeIds: string[] | null,
  limit: number,
): Promise<LiveEvent[]> {
  return read(async (db) => {
    const lines = await listSaleLinesAfter(db, seq, storeIds, limit);
    const views = await viewSales(db, [...new Set(lines.map((it) => it.saleId))]);
    return lines.flatMap(({ storeId, saleId, line }) => {
      const sale = views.get(saleId);
      if (!sale) return [];
      const change: LiveChange = { line, sale };
      return [{ seq: line.seq, storeId, frame: frameOf("change", change, line.seq) }];
    });
  });
}

const encoder = new TextEncoder();

/**
 * An event in the stream's format, as the bytes that every stream sends. JSON has no line breaks, so one data line holds it.
 * (WHATWG HTML, server-sent events.)
 */
export function frameOf(event: string, data: unknown, id?: number): Uint8Array {
  const position = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(`${position}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The position of the newest line: a page that is drawn now is right for it, and its stream goes on from there. */
export function livePosition(): Promise<number> {
  return read(lastSeq);
}

/** This process's hub. */
export function liveHub(): LiveHub {
  return oncePerProcess("live hub", () => new LiveHub());
}
