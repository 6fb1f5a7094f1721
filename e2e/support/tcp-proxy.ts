import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

type Pair = { client: Socket; upstream: Socket; path: string };

/** A network between a tablet and the app that can fail as networks do. */
export class TcpProxy {
  readonly #server = createServer((client) => this.#accept(client));
  readonly #pairs = new Set<Pair>();
  readonly #appUrl: () => string;
  #port = 0;
  #isHeld = false;

  /** `appUrl` is asked for each new connection: there may be several apps behind one address. */
  constructor(appUrl: () => string) {
    this.#appUrl = appUrl;
  }

  /** The app's address by way of this network. */
  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** How many open connections have last been asked for this path. */
  connectionsFor(path: string): number {
    return [...this.#pairs].filter((it) => it.path === path).length;
  }

  /** Listens; after a `cut` on the port it had before. */
  async open(): Promise<void> {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Breaks every connection and refuses new ones. */
  async cut(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const { client, upstream } of this.#pairs) {
      client.destroy();
      upstream.destroy();
    }
    await closed;
  }

  /** Keeps every connection open, and takes new ones, but lets nothing through in either direction. */
  hold(): void {
    this.#isHeld = true;
    for (const { client, upstream } of this.#pairs) {
      client.pause();
      upstream.pause();
    }
  }

  /** Works again as at the start. */
  async restore(): Promise<void> {
    this.#isHeld = false;
    for (const { client, upstream } of this.#pairs) {
      client.resume();
      upstream.resume();
    }
    if (!this.#server.listening) await this.open();
  }

  #accept(client: Socket): void {
    const port = Number(new URL(this.#appUrl()).port);
    const pair: Pair = { client, upstream: connect(port, "localhost"), path: "" };
    this.#pairs.add(pair);
    client.on("data", (chunk) => {
      pair.path = /^[A-Z]+ ([^\s?]+)\S* HTTP\/1\.1\r\n/.exec(chunk.toString("latin1"))?.[1] ?? pair.path;
    });
    this.#pass(client, pair.upstream);
    this.#pass(pair.upstream, client);
    for (const socket of [client, pair.upstream]) {
      // A broken connection is what this is for: the other side is told by the same break.
      socket.on("error", () => {});
      socket.on("close", () => {
        this.#pairs.delete(pair);
        client.destroy();
        pair.upstream.destroy();
      });
    }
  }

  #pass(from: Socket, to: Socket): void {
    from.on("data", (chunk) => {
      if (!to.write(chunk)) from.pause();
    });
    to.on("drain", () => {
      if (!this.#isHeld) from.resume();
    });
    from.on("end", () => to.end());
    if (this.#isHeld) from.pause();
  }
}

/** A network in front of the app at this address, or of those a function chooses from. Close it with `cut`. */
export async function openTcpProxy(appUrl: string | (() => string)): Promise<TcpProxy> {
  const proxy = new TcpProxy(typeof appUrl === "string" ? () => appUrl : appUrl);
  await proxy.open();
  return proxy;
}
