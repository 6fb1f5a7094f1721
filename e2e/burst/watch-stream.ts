import type { House } from "../support/house.ts";
import { openLiveStream } from "../support/live-stream.ts";
import type { Counter } from "./shop.ts";

export type StreamWatch = {
  status: number;
  /** The longest time in which nothing came, not even a heartbeat. */
  longestSilenceMs(): number;
  /** How many changes of sales came. */
  changes(): number;
  close(): void;
};

const lookEveryMs = 50;

/** Holds a tablet's stream open and watches it live. */
export async function watchStream(house: House, counter: Counter): Promise<StreamWatch> {
  const { cookies } = await counter.request.storageState();
  const stream = await openLiveStream(house.app.url, { cookies });
  let [seen, heardAt, longestMs] = [0, performance.now(), 0];
  const look = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - heardAt);
    if (stream.events.length === seen) return;
    seen = stream.events.length;
    heardAt = now;
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    status: stream.status,
    longestSilenceMs: () => longestMs,
    changes: () => stream.events.filter((it) => it.event === "change").length,
    close() {
      clearInterval(timer);
      stream.close();
    },
  };
}
