"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { compareTimes } from "#lib/compare-times.ts";
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
  const clock = useClock(store, serverNow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first render's position begins the stream; later renders come with later data and go on with it
  useEffect(() => {
    store.connection("connecting");
    const connection = new LiveConnection({ store, personId, since, onReset });
    connection.start();
    return () => connection.stop();
  }, [store, personId, sessionId]);
  return (
    <LiveContext value={store}>
      <ServerClock.Provider value={clock}>
        <LiveSince.Provider value={begun}>{children}</LiveSince.Provider>
      </ServerClock.Provider>
    </LiveContext>
  );
}

const ServerClock = createContext<Clock>({ now: 0, look: () => {} });
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

/**
 * A part of what the tab knows, newest: drawn anew when that part changes, and not at each beat of the server. `select` picks something
 * that is there, or reckons a plain value: what it made anew each time would be a change each time.
 */
export function useLive<Part>(select: (live: LiveSnapshot) => Part): Part {
  const store = useStore();
  const selected = () => select(store.snapshot());
  return useSyncExternalStore(store.subscribe, selected, selected);
}

const salesOf = ({ sales }: LiveSnapshot) => sales;
const linesOf = ({ lines }: LiveSnapshot) => lines;

/** Every sale that the stream has told of, newest state of each. */
export function useToldSales(): LiveSnapshot["sales"] {
  return useLive(salesOf);
}

/** The given sales as they are now, and every sale of these stores that has come since, newest first. */
export function useLiveSales(initial: SaleView[], ...storeIds: string[]): SaleView[] {
  const sales = useToldSales();
  const places = storeIds.join(" ");
  return useMemo(() => {
    const isHere = new Set(places.split(" "));
    const known = new Map(initial.map((sale) => [sale.saleId, sale]));
    for (const sale of sales.values()) {
      const before = known.get(sale.saleId);
      if (isHere.has(sale.storeId) && (!before || isAsNew(sale, before))) known.set(sale.saleId, sale);
    }
    return [...known.values()].sort((a, b) => compareTimes(b.createdAt, a.createdAt));
  }, [initial, sales, places]);
}

/** One sale as it is now, with its history, newest line first. */
export function useLiveSale(
  initial: SaleView,
  initialHistory: HistoryLineView[],
): { sale: SaleView; history: HistoryLineView[] } {
  const sales = useToldSales();
  const lines = useLive(linesOf);
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
  const gatewayDownSince = useLive((it) =>
    it.gatewayDownSince === undefined ? initial : it.gatewayDownSince,
  );
  return useMemo(() => (gatewayDownSince === null ? null : new Date(gatewayDownSince)), [gatewayDownSince]);
}

/** The time by the server's clock, once a second; until the first is over, the time the page was rendered at. */
export function useServerNow(): Date {
  const { now, look } = useContext(ServerClock);
  useEffect(look, [look]);
  return useMemo(() => new Date(now), [now]);
}

/** What each second changes, so that nothing around it is drawn anew as well. */
export function EverySecond({ children }: { children: (now: Date) => ReactNode }): ReactNode {
  return children(useServerNow());
}

/** `look`: whoever comes to the page between two seconds is not told the time of the last one. */
type Clock = { now: number; look: () => void };

/**
 * One clock for everything on the page: all of it is drawn anew together, and not before there is a second to tell. It is looked at
 * between two seconds when something new is to be shown: time left would seem to be more than there ever was.
 */
function useClock(store: LiveStore, rendered: number): Clock {
  const [now, setNow] = useState(rendered);
  const isTicking = useRef(false);
  const look = useCallback(() => {
    if (isTicking.current) setNow(Date.now() + store.snapshot().clockOffsetMs);
  }, [store]);
  useEffect(() => {
    const timer = setInterval(() => {
      isTicking.current = true;
      look();
    }, 1_000);
    let shown = store.snapshot().sales;
    const unsubscribe = store.subscribe(() => {
      const { sales } = store.snapshot();
      if (sales !== shown) look();
      shown = sales;
    });
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [store, look]);
  return useMemo(() => ({ now, look }), [now, look]);
}
