import type { LiveChange, LivePulse, SaleView } from "#lib/sale-view.ts";
import { readEventStream, SignedOutError, type StreamEvent } from "./event-stream.ts";
import type { LiveStore } from "./live-store.ts";
import { SleepWatch } from "./sleep-watch.ts";

/** The server beats every three seconds: silence for longer than this is a lost connection. */
const silenceMs = 7_000;
/** A connection that is refused tells sooner: what has lasted longer than a quick restart is said. */
const refusedMs = 3_500;
/** After a sleep the server is to be heard within this, or the screen says that it is not. */
const wakeMs = 2_000;
/** What another tab passed on longer ago than this was waiting while this one slept. */
const longestPassMs = 2_000;
/** A follower takes over from a tab that leads and has gone quiet, such as one the browser put to sleep. */
const takeOverMs = 11_000;
/** The events that say how it is at this moment. */
const pulseEvents = ["hello", "heartbeat", "gateway"];
const retryMs = [250, 500, 1_000, 2_000, 4_000];

type Message =
  | { type: "event"; event: StreamEvent; sentAt: number }
  | { type: "join" | "wake"; since: number };

/**
 * Keeps a tab live. The tabs of a browser share one stream: the one that holds the lock reads it and passes each event on to the
 * others. Where the browser has no locks (a page without TLS), each tab reads its own. After a sleep nothing that was under way is
 * believed: a stream that still stands may be dead, and what it holds is old.
 */
export class LiveConnection {
  readonly #store: LiveStore;
  readonly #onReset: () => void;
  readonly #channel: BroadcastChannel;
  readonly #lockName: string;
  readonly #personId: string;
  readonly #ended = new AbortController();
  #reading: AbortController | null = null;
  #cursor: number;
  readonly #sleep = new SleepWatch();
  /** By the steady clock: the other one can be set back, and then no silence would ever be long enough. */
  #heardAt = performance.now();
  #leads = false;
  #wake = () => {};
  /** The next try is not to wait for its turn. */
  #isHurried = false;

  constructor(settings: { store: LiveStore; personId: string; since: number; onReset: () => void }) {
    this.#store = settings.store;
    this.#cursor = settings.since;
    this.#onReset = settings.onReset;
    this.#personId = settings.personId;
    this.#lockName = `till-live-${settings.personId}`;
    this.#channel = new BroadcastChannel(this.#lockName);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
  }

  /** Begins, and goes on until `stop`. */
  start(): void {
    this.#post({ type: "join", since: this.#cursor });
    void this.#seekLead(false);
    const watchdog = setInterval(() => this.#watch(), 1_000);
    const look = () => this.#watch();
    const signal = this.#ended.signal;
    for (const event of ["visibilitychange", "resume"]) document.addEventListener(event, look, { signal });
    window.addEventListener("focus", look, { signal });
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) this.#awake();
    };
    window.addEventListener("pageshow", shown, { signal });
    window.addEventListener("online", () => this.#reconnect(), { signal });
    window.addEventListener("offline", () => this.#store.connection("stale"), { signal });
    signal.addEventListener("abort", () => clearInterval(watchdog));
  }

  stop(): void {
    this.#ended.abort();
    this.#reading?.abort();
    this.#channel.close();
  }

  async #seekLead(steal: boolean): Promise<void> {
    if (!navigator.locks) return this.#lead();
    try {
      const options: LockOptions = steal ? { steal: true } : { signal: this.#ended.signal };
      await navigator.locks.request(this.#lockName, options, () => this.#lead());
    } catch {
      // Another tab took the lead (or this page ends): stop reading, and wait for the lead to come free.
      this.#leads = false;
      this.#reading?.abort();
      if (!this.#ended.signal.aborted) void this.#seekLead(false);
    }
  }

  async #lead(): Promise<void> {
    this.#leads = true;
    for (let failures = 0; this.#leads && !this.#ended.signal.aborted; ) {
      const reading = new AbortController();
      this.#reading = reading;
      const connectedAt = performance.now();
      try {
        await readEventStream(this.#personId, this.#cursor, reading.signal, (event) => {
          // What is read after a sleep may have lain there: it is asked for again, by a stream that is new.
          if (this.#sleep.hasSlept()) this.#awake();
          if (reading.signal.aborted) return;
          failures = 0;
          this.#take(event);
          this.#pass(event);
        });
      } catch (error) {
        if (error instanceof SignedOutError) {
          const event = { id: null, event: "signed_out", data: "{}" };
          this.#take(event);
          this.#pass(event);
          return;
        }
      }
      if (this.#ended.signal.aborted || this.#store.snapshot().connection === "signed_out") return;
      if (performance.now() - this.#heardAt > refusedMs) this.#store.connection("stale");
      const wasLong = performance.now() - connectedAt > silenceMs;
      if (!this.#isHurried)
        await this.#pause(retryMs[Math.min(wasLong ? 0 : failures, retryMs.length - 1)] ?? 1_000);
      failures = this.#isHurried ? 0 : failures + 1;
      this.#isHurried = false;
    }
  }

  /** Waits, or until there is a reason to try at once. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms * (0.75 + Math.random() / 2));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #take({ id, event, data }: StreamEvent): void {
    this.#heardAt = performance.now();
    const seq = id === null ? Number.NaN : Number(id);
    switch (event) {
      case "change":
        this.#store.change(JSON.parse(data) as LiveChange);
        break;
      case "fresh":
        this.#store.put(JSON.parse(data) as SaleView);
        break;
      case "reset":
        this.#cursor = seq;
        this.#onReset();
        break;
      case "signed_out":
        this.#store.connection("signed_out");
        return;
    }
    if (seq > this.#cursor) this.#cursor = seq;
    this.#store.heard(pulseEvents.includes(event) ? (JSON.parse(data) as LivePulse) : null);
  }

  #receive(message: Message): void {
    if (message.type === "event") {
      if (this.#sleep.hasSlept()) this.#awake();
      if (Date.now() - message.sentAt <= longestPassMs) this.#take(message.event);
    } else if (this.#leads && message.since < this.#cursor) {
      // A tab was loaded with something older than what this one has read: read that again, for both.
      this.#cursor = message.since;
      this.#reading?.abort();
    } else if (message.type === "wake") this.#reconnect();
  }

  #watch(): void {
    const slept = this.#sleep.hasSlept();
    const { connection } = this.#store.snapshot();
    if (connection === "signed_out") return;
    if (slept) {
      this.#awake();
      return;
    }
    const silentMs = performance.now() - this.#heardAt;
    if (silentMs <= (connection === "checking" ? wakeMs : silenceMs)) return;
    this.#store.connection("stale");
    if (this.#leads) this.#reconnect();
    else if (silentMs > takeOverMs) void this.#seekLead(true);
  }

  /** The page ran again after a sleep: what it shows is not called live until the server is heard anew. */
  #awake(): void {
    if (this.#store.snapshot().connection === "signed_out") return;
    this.#store.connection("checking");
    this.#heardAt = performance.now();
    if (this.#leads) this.#reconnect();
    else this.#post({ type: "wake", since: this.#cursor });
  }

  #reconnect(): void {
    if (!this.#leads) return;
    // Another silence must pass before this connection is given up too.
    this.#heardAt = performance.now();
    this.#isHurried = true;
    this.#reading?.abort();
    this.#wake();
  }

  #pass(event: StreamEvent): void {
    this.#post({ type: "event", event, sentAt: Date.now() });
  }

  #post(message: Message): void {
    if (!this.#ended.signal.aborted) this.#channel.postMessage(message);
  }
}
