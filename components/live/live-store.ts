import type { FreshNews, HistoryLineView, LiveChange, SaleView } from "#lib/sale-view.ts";

export type ConnectionState = "connecting" | "live" | "stale" | "signed_out";

/** What a tab knows: sales and their history as the stream told it, and how the connection is. */
export type LiveSnapshot = {
  connection: ConnectionState;
  /** When the server was last heard of, by this device's clock. */
  lastHeardAt: number | null;
  /** How far the server's clock is ahead of this device's. */
  clockOffsetMs: number;
  /** Changes when sales or lines change. */
  sales: ReadonlyMap<string, SaleView>;
  lines: ReadonlyMap<string, readonly HistoryLineView[]>;
  /** When Sezzle last confirmed a sale without changing it. */
  fresh: ReadonlyMap<string, FreshNews>;
};

/**
 * Keeps what the stream tells, for React to read. A view replaces another only when it is right for a later position in the
 * history, so that repeats, replays and pages loaded earlier do no harm.
 */
export class LiveStore {
  #snapshot: LiveSnapshot = {
    connection: "connecting",
    lastHeardAt: null,
    clockOffsetMs: 0,
    sales: new Map(),
    lines: new Map(),
    fresh: new Map(),
  };
  readonly #listeners = new Set<() => void>();

  readonly snapshot = (): LiveSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change({ line, sale }: LiveChange): void {
    const sales = new Map(this.#snapshot.sales);
    putNewer(sales, sale);
    const lines = new Map(this.#snapshot.lines);
    const known = lines.get(sale.saleId) ?? [];
    if (!known.some((it) => it.seq === line.seq)) lines.set(sale.saleId, [...known, line]);
    this.#set({ sales, lines });
  }

  fresh(news: FreshNews): void {
    this.#set({ fresh: new Map(this.#snapshot.fresh).set(news.saleId, news) });
  }

  heard(serverNow: number | null): void {
    const now = Date.now();
    const clockOffsetMs = serverNow === null ? this.#snapshot.clockOffsetMs : serverNow - now;
    this.#set({ connection: "live", lastHeardAt: now, clockOffsetMs });
  }

  connection(connection: ConnectionState): void {
    if (connection !== this.#snapshot.connection) this.#set({ connection });
  }

  #set(change: Partial<LiveSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function putNewer(sales: Map<string, SaleView>, sale: SaleView): void {
  const known = sales.get(sale.saleId);
  if (!known || known.asOfSeq <= sale.asOfSeq) sales.set(sale.saleId, sale);
}

/** A sale as of Sezzle's last word: what changed nothing still made it fresher. */
export function withFresh(sale: SaleView, fresh: LiveSnapshot["fresh"]): SaleView {
  const news = fresh.get(sale.saleId);
  const isNewer = news && (sale.confirmedAt === null || news.confirmedAt > sale.confirmedAt);
  return isNewer ? { ...sale, confirmedAt: news.confirmedAt, confirmedBy: news.confirmedBy } : sale;
}
