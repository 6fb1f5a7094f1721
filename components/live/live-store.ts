import type { HistoryLineView, LiveChange, LivePulse, SaleView } from "#lib/sale-view.ts";

/** `checking`: after a sleep, until the server is heard anew; `stale`: it was not heard for seconds. */
export type ConnectionState = "connecting" | "live" | "checking" | "stale" | "signed_out";

/** What a tab knows: sales and their history as the stream told it, and how the connection is. */
export type LiveSnapshot = {
  connection: ConnectionState;
  /** When the server was last heard of, by its own clock. */
  lastHeardAt: number | null;
  /** How far the server's clock is ahead of this device's. */
  clockOffsetMs: number;
  /** Since when Sezzle does not answer; null while it does, undefined until the stream has said so. */
  gatewayDownSince: string | null | undefined;
  /** Which build the server runs; null until the stream has said so. */
  serverBuild: string | null;
  /** Changes when sales or lines change. */
  sales: ReadonlyMap<string, SaleView>;
  lines: ReadonlyMap<string, readonly HistoryLineView[]>;
};

/**
 * Keeps what the stream tells, for React to read. A view replaces another only when it is right for a later position in the
 * history, so that repeats, replays and pages loaded earlier do no harm.
 */
export class LiveStore {
  #snapshot: LiveSnapshot;
  readonly #listeners = new Set<() => void>();

  /** `clockOffsetMs`: what is known of the server's clock until the stream tells it. */
  constructor(clockOffsetMs: number) {
    this.#snapshot = {
      connection: "connecting",
      lastHeardAt: null,
      clockOffsetMs,
      gatewayDownSince: undefined,
      serverBuild: null,
      sales: new Map(),
      lines: new Map(),
    };
  }

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

  /** A sale after Sezzle was asked, also when nothing changed. */
  put(sale: SaleView): void {
    const sales = new Map(this.#snapshot.sales);
    putNewer(sales, sale);
    this.#set({ sales });
  }

  heard(pulse: LivePulse | null): void {
    const now = Date.now();
    const clockOffsetMs = pulse ? pulse.now - now : this.#snapshot.clockOffsetMs;
    const told = pulse && { gatewayDownSince: pulse.gatewayDownSince, serverBuild: pulse.build };
    this.#set({ connection: "live", lastHeardAt: now + clockOffsetMs, clockOffsetMs, ...told });
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
  if (!known || isAsNew(sale, known)) sales.set(sale.saleId, sale);
}

/** Whether a view is right for at least as late a position; of two for the same position, the later answer counts. */
export function isAsNew(sale: SaleView, known: SaleView): boolean {
  if (sale.asOfSeq !== known.asOfSeq) return sale.asOfSeq > known.asOfSeq;
  return (sale.confirmedAt ?? "") >= (known.confirmedAt ?? "");
}
