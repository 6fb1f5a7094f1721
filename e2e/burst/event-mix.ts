import { createHmac, randomUUID } from "node:crypto";

/** What an event of the burst is for; `forged` ones have a wrong signature. */
export type EventKind = "open_order" | "other_channel" | "poisoned" | "unknown_kind" | "repeat" | "forged";

export type BurstEvent = { kind: EventKind; uuid: string; body: Buffer; signature: string };

export type Mix = {
  /** Orders of the app's own sales. */
  open: string[];
  /** Orders of the merchant's web shop. */
  other: string[];
  /** Orders that Sezzle does not know: what names them cannot be worked off. */
  ghosts: string[];
  privateKey: string;
};

const events = ["order.authorized", "order.captured", "order.refunded"];
const usualBytes = 1_024;

/** Makes the events of a burst one by one: most are about open orders, and a few of every other kind are among them. */
export class EventMix {
  readonly #mix: Mix;
  readonly #sent: BurstEvent[] = [];
  #made = 0;

  constructor(mix: Mix) {
    this.#mix = mix;
  }

  /** The next event. Every hundred have the same mix. */
  next(): BurstEvent {
    const place = this.#made % 100;
    this.#made += 1;
    const { open, other, ghosts } = this.#mix;
    if (place < 5 && this.#sent.length > 0) {
      const first = this.#sent[(this.#made * 7919) % this.#sent.length] as BurstEvent;
      return { ...first, kind: "repeat" };
    }
    if (place < 9) return { ...this.#make("forged", pick(open, this.#made)), signature: "0".repeat(64) };
    if (place < 10) return this.#keep(this.#make("poisoned", pick(ghosts, this.#made)));
    if (place < 13) return this.#keep(this.#make("other_channel", pick(other, this.#made)));
    if (place < 15) return this.#keep(this.#make("unknown_kind", null));
    return this.#keep(this.#make("open_order", pick(open, this.#made)));
  }

  /** Everything with a good signature that was made, but for repeats. */
  get genuine(): readonly BurstEvent[] {
    return this.#sent;
  }

  #keep(event: BurstEvent): BurstEvent {
    this.#sent.push(event);
    return event;
  }

  #make(kind: EventKind, orderUuid: string | null): BurstEvent {
    const uuid = randomUUID();
    const event = kind === "unknown_kind" ? "something.new" : events[this.#made % events.length];
    const data = orderUuid ? { uuid: orderUuid } : {};
    const envelope = { uuid, created_at: new Date().toISOString(), event, data_type: "order", data };
    const padding = "x".repeat(Math.max(0, usualBytes - JSON.stringify(envelope).length - 15));
    const body = Buffer.from(JSON.stringify({ ...envelope, padding }));
    const signature = createHmac("sha256", this.#mix.privateKey).update(body).digest("hex");
    return { kind, uuid, body, signature };
  }
}

const pick = (list: string[], index: number) => list[index % list.length] as string;
