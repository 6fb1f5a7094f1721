import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A webhook as it arrived: its exact bytes and its signature. */
export interface Received {
  raw: Buffer;
  signature: string;
  event: {
    uuid: string;
    created_at: string;
    event: string;
    data_type: string;
    data: Record<string, unknown>;
  };
}

/**
 * A merchant's webhook address on a free port, gone when the test is over.
 * @param statusOf what to answer to the nth webhook, counted from 0.
 */
export async function startReceiver(statusOf: (nth: number) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const raw = await bytesOf(request);
    const nth = received.length;
    received.push({
      raw,
      signature: String(request.headers["sezzle-signature"]),
      event: JSON.parse(raw.toString("utf8")) as Received["event"],
    });
    response.writeHead(statusOf(nth)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
