"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";
import { LiveConnection } from "./live-connection.ts";
import { isAsNew, type LiveSnapshot, LiveStore } from "./live-store.ts";

const LiveContext = createContext<LiveStore | null>(null);

export type LiveProviderProps = {
  personId: string;
  /** Of a session that another can take over on the same page: the stream begins anew with it. */
  sessionId?: string;
  /** The position in the history the page was rendered for: the stream goes on from there. */
  since: number;
  /** The server's clock when the page was rendered, in milliseconds since 1970. */
  serverNow: number;
  /** The stream has moved on too far to be replayed: load the page's data anew. */
  onReset: () => void;
  children: ReactNode;
};

/** Keeps everything inside it live, over one stream for all tabs of the browser. */
export function LiveProvider({
  personId,
  sessionId,
  since,
  serverNow,
  onReset,
  children,
}: LiveProviderProps) {
  const [store] = useState(() => new LiveStore(serverNow - Date.now()));
  const [begun] = useState(since);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first render's position begins the stream; later renders come with later data and go on with it
  useEffect(() => {
    store.connection("connecting");
    const connection = new LiveConnection({ store, personId, since, onReset });
    connection.start();
    return () => connection.stop();
  }, [store, personId, sessionId]);
  return (
    <LiveContext value={store}>
      <ServerClock.Provider value={serverNow}>
        <LiveSince.Provider value={begun}>{children}</LiveSince.Provider>
      </ServerClock.Provider>
    </LiveContext>
  );
}

const ServerClock = createContext<number>(0);
const LiveSince = createContext<number>(0);

/** The position in the history from which on the stream tells: a page that is right for an earlier one has missed something. */
export function useLiveSince(): number {
  return useContext(LiveSince);
}

function useStore(): LiveStore {
  const store = useContext(LiveContext);
  if (!store) throw new Error("outside of a LiveProvider");
  return store;
}

/** What the tab knows, newest. */
export function useLive(): LiveSnapshot {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
}

/** The given sales as they are now, and every sale of these stores that has come since, newest first. */
export function useLiveSales(initial: SaleView[], ...storeIds: string[]): SaleView[] {
  const { sales } = useLive();
  const places = storeIds.join(" ");
  return useMemo(() => {
    const isHere = new Set(places.split(" "));
    const known = new Map(initial.map((sale) => [sale.saleId, sale]));
    for (const sale of sales.values()) {
      const before = known.get(sale.saleId);
      if (isHere.has(sale.storeId) && (!before || isAsNew(sale, before))) known.set(sale.saleId, sale);
    }
    return [...known.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  }, [initial, sales, places]);
}

/** One sale as it is now, with its history, newest line first. */
export function useLiveSale(
  initial: SaleView,
  initialHistory: HistoryLineView[],
): { sale: SaleView; history: HistoryLineView[] } {
  const { sales, lines } = useLive();
  return useMemo(() => {
    const told = sales.get(initial.saleId);
    const bySeq = new Map(initialHistory.map((line) => [line.seq, line]));
    for (const line of lines.get(initial.saleId) ?? []) bySeq.set(line.seq, line);
    return {
      sale: told && isAsNew(told, initial) ? told : initial,
      history: [...bySeq.values()].sort((a, b) => b.seq - a.seq),
    };
  }, [initial, initialHistory, sales, lines]);
}

/** Since when Sezzle does not answer, null while it does; `initial` is what the page was loaded with. */
export function useGatewayDownSince(initial: string | null): Date | null {
  const { gatewayDownSince = initial } = useLive();
  return useMemo(() => (gatewayDownSince === null ? null : new Date(gatewayDownSince)), [gatewayDownSince]);
}

/** The time by the server's clock, once a second. The first value is the one the page was rendered with. */
export function useServerNow(): Date {
  const { clockOffsetMs } = useLive();
  const rendered = useContext(ServerClock);
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(now === null ? rendered : now + clockOffsetMs);
}
