import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

/** A question to a database. */
export type Asked = { database: string; kind: "read" | "write"; query: string; values: unknown[] };

/** What two threads speak over: one waits until `answered` is 1. */
export type Link = { port: MessagePort; answered: Int32Array };

type Answer = { rows: unknown[] } | { problem: string };

/** Longer than any lock is waited for. */
const patienceMs = 20_000;

let link: Link | undefined;

function openLink(): Link {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Link = { port: port2, answered };
  const file = new URL("./postgres-thread.ts", import.meta.url);
  new Worker(file, { workerData, transferList: [port2] }).unref();
  port1.unref();
  return { port: port1, answered };
}

/**
 * Asks a PostgreSQL database and waits for the rows with the whole thread, as SQLite has one wait: a test that compares several
 * queries sees nothing else happen between them. Another thread does the asking.
 */
export function askPostgres(
  database: string,
  kind: Asked["kind"],
  query: string,
  values: unknown[],
): unknown[] {
  link ??= openLink();
  const { port, answered } = link;
  Atomics.store(answered, 0, 0);
  port.postMessage({ database, kind, query, values } satisfies Asked);
  if (Atomics.wait(answered, 0, 0, patienceMs) === "timed-out") {
    // An answer that comes late is not to be taken for the next one's.
    link = undefined;
    throw new Error(`no answer to: ${query}`);
  }
  const answer = receiveMessageOnPort(port)?.message as Answer;
  if ("problem" in answer) throw new Error(`${answer.problem} (${query})`);
  return answer.rows;
}
