import { findGatewayHealth, setGatewayDown } from "#db/queries/gateway-health.ts";
import {
  afterExchange,
  afterWord,
  type GatewayImpression,
  isInDoubt,
  noImpression,
} from "#lib/gateway-health.ts";
import { read, write } from "./database.ts";
import { log } from "./log.ts";
import { oncePerProcess } from "./once.ts";
import type { GatewayCall } from "./sezzle/gateway-error.ts";

type Listener = (downSince: Date | null) => void;

/**
 * Whether Sezzle's gateway answers, noticed from every exchange of this process and shared through the database with the other
 * processes of the shop. Written when it changes only.
 */
class GatewayHealth {
  #impression: GatewayImpression = noImpression;
  /** When the exchanges that are under way began. */
  readonly #waiting = new Set<Date>();
  readonly #listeners = new Set<Listener>();
  /** Counts what this process has noticed itself: what was read before that is older. */
  #noticed = 0;
  #writing: Promise<void> = Promise.resolve();

  /** Since when the gateway has given no usable answer; null while it answers. */
  get downSince(): Date | null {
    return this.#impression.downSince;
  }

  /** Whether it is worth asking the gateway for nothing but an answer. */
  get isInDoubt(): boolean {
    const [oldest = null] = [...this.#waiting].sort((a, b) => a.getTime() - b.getTime());
    return isInDoubt(this.#impression, oldest, new Date());
  }

  /** Notes that an exchange begins. Returns what is to be told how it ended. */
  begin(call: GatewayCall): (isAnswered: boolean) => void {
    const startedAt = new Date();
    this.#waiting.add(startedAt);
    return (isAnswered) => {
      this.#waiting.delete(startedAt);
      // That somebody can sign in says nothing of the calls that need it.
      if (isAnswered && call === "authenticate") return;
      const before = this.#impression;
      const after = afterExchange(before, { isAnswered, startedAt, endedAt: new Date() });
      this.#set(after);
      if ((before.downSince === null) !== (after.downSince === null))
        this.#keep(after.downSince, before.downSince);
    };
  }

  /** Reads what other processes have noticed. Returns until when Sezzle asked to be left alone. */
  async look(): Promise<Date | null> {
    await this.#writing;
    const noticed = this.#noticed;
    const { downSince, quietUntil } = await read(findGatewayHealth);
    if (noticed === this.#noticed) this.#set(afterWord(this.#impression, downSince));
    return quietUntil;
  }

  /** Calls the listener with each change from now on. */
  onChange(listener: Listener): void {
    this.#listeners.add(listener);
  }

  #set(impression: GatewayImpression): void {
    const wasDownSince = this.#impression.downSince?.getTime();
    this.#impression = impression;
    if (wasDownSince === impression.downSince?.getTime()) return;
    for (const listener of this.#listeners) listener(impression.downSince);
  }

  /** Tells the operator and the other processes. One after another, so that the last word is the one that stays. */
  #keep(downSince: Date | null, wasDownSince: Date | null): void {
    this.#noticed += 1;
    if (downSince) log().error({ downSince }, "Sezzle does not answer");
    else log().warn({ wasDownSince }, "Sezzle answers again");
    this.#writing = this.#writing
      .then(() => write((db) => setGatewayDown(db, downSince)))
      .then(() => {})
      .catch((error) => log().error({ err: error }, "whether Sezzle answers could not be written down"));
  }
}

/** This process's view of the gateway's health. */
export function gatewayHealth(): GatewayHealth {
  return oncePerProcess("gateway health", () => new GatewayHealth());
}

/** Since when the gateway has been down, as the shop's processes have noticed; null while it answers. For pages. */
export async function loadGatewayDownSince(): Promise<string | null> {
  return (await read(findGatewayHealth)).downSince?.toISOString() ?? null;
}
