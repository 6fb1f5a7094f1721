import { connect, type Socket } from "node:net";

/** Called for each change of a sale that comes to a screen, at the moment it comes. */
export type OnChange = (saleId: string, at: number) => void;

const marker = '"saleId":"';
const uuidLength = 36;
/** A name that is cut in two by the end of a packet is found in the next one. */
const keptTail = marker.length + uuidLength;
const changeLine = "event: change";

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
      let isOpen = false;
      let tail = "";
      let inChange = false;
      socket.on("data", (chunk: Buffer) => {
        const at = performance.now();
        const text = tail + chunk.toString("latin1");
        if (!isOpen) {
          if (!text.startsWith("HTTP/1.1 200"))
            return reject(new Error(`a stream was answered ${text.slice(0, 200)}`));
          if (!text.includes("event: hello")) {
            tail = text;
            return;
          }
          isOpen = true;
          resolve();
        }
        tail = onChange ? read(text) : "";
        function read(all: string): string {
          let from = 0;
          for (;;) {
            if (!inChange) {
              const event = all.indexOf(changeLine, from);
              if (event < 0) return all.slice(Math.max(from, all.length - keptTail));
              from = event + changeLine.length;
              inChange = true;
            }
            const found = all.indexOf(marker, from);
            if (found < 0 || found + keptTail > all.length)
              return all.slice(Math.max(from, all.length - keptTail));
            from = found + keptTail;
            inChange = false;
            onChange?.(all.slice(found + marker.length, from), at);
          }
        }
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
