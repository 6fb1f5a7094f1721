import { connect, type Socket } from "node:net";
import { ChangeReader } from "./change-reader.ts";

/** Called for each change of a sale that comes to a screen, at the moment it comes. */
export type OnChange = (saleId: string, at: number) => void;

/**
 * Streams of server-sent events as many tablets hold them. Over plain sockets, and of what comes only that is read which is measured: the
 * reader shares the machine with what it measures.
 */
export class Screens {
  readonly #sockets: Socket[] = [];
  #failure: Error | null = null;

  /** Opens a stream, and resolves when it has said hello. Every stream needs a connection of its own. */
  open(url: string, headers: Record<string, string>, onChange?: OnChange): Promise<void> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    this.#sockets.push(socket);
    const lines = Object.entries({ host, accept: "text/event-stream", ...headers });
    socket.setNoDelay(true);
    socket.write(
      `GET /api/events HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
    );
    return new Promise((resolve, reject) => {
      const reader = onChange && new ChangeReader();
      let greeting: string | null = "";
      socket.on("data", (chunk: Buffer) => {
        const at = performance.now();
        const text = chunk.toString("latin1");
        if (greeting !== null) {
          greeting += text;
          if (!greeting.startsWith("HTTP/1.1 200")) reject(new Error(`a stream was answered ${greeting}`));
          if (!greeting.includes("event: hello")) return;
          greeting = null;
          resolve();
        }
        for (const saleId of reader?.read(text) ?? []) onChange?.(saleId, at);
      });
      socket.on("error", reject);
      socket.on("close", () => {
        this.#failure ??= new Error("a stream was closed by the server");
        reject(this.#failure);
      });
    });
  }

  /** Throws when a stream has been closed that was to stay open. */
  assertOpen(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Closes all streams. */
  close(): void {
    for (const socket of this.#sockets) {
      socket.removeAllListeners("close");
      socket.removeAllListeners("error");
      socket.on("error", () => {});
      socket.destroy();
    }
    this.#sockets.length = 0;
  }
}

const openAtOnce = 50;

/** Opens many streams, some at a time. */
export async function openScreens<Item>(
  items: readonly Item[],
  open: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) await open(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: openAtOnce }, worker));
}
