import { lastSeq } from "#db/queries/history.ts";
import { listSessionChanges } from "#db/queries/people.ts";
import { buildId } from "#lib/build-id.ts";
import type { LivePulse } from "#lib/sale-view.ts";
import { idleSince } from "../auth/session-limits.ts";
import { read } from "../database.ts";
import { gatewayHealth } from "../gateway-health.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { frameOf, type LiveEvent, liveHub, renderLinesAfter } from "./hub.ts";

/** How often every stream is told that it lives, and how often ended sessions are looked for. */
const heartbeatMs = 3_000;
const sessionCheckMs = 500;
/** A screen that missed more lines than this is told to load itself anew. */
const longestReplay = 1_000;
const pageSize = 200;
/** A client that reads nothing must not fill the memory. */
const mostUnreadBytes = 1024 * 1024;

export type StreamRequest = {
  sessionId: string;
  /** When the person's roles last changed, as of the look that told their stores. */
  rolesChangedAt: Date | null;
  /** The stores whose sales the person may see. */
  storeIds: string[];
  /** The last event the browser has; null on its first connection. */
  lastEventId: number | null;
  signal: AbortSignal;
};

type Connection = {
  sessionId: string;
  rolesChangedAt: Date | null;
  send(frame: Uint8Array): void;
  close(): void;
};

const connections = () =>
  oncePerProcess("live connections", () => {
    const all = new Set<Connection>();
    setInterval(() => beat(all), heartbeatMs).unref();
    setInterval(() => void closeWhereSessionsChanged(all), sessionCheckMs).unref();
    gatewayHealth().onChange(() => tell(all, "gateway"));
    return all;
  });

function beat(all: Set<Connection>): void {
  tell(all, "heartbeat");
}

function tell(all: Set<Connection>, event: string): void {
  const frame = frameOf(event, pulse());
  for (const connection of all) connection.send(frame);
}

/** What is so at this moment and stands in no history: the clock, since when Sezzle does not answer, and which build this is. */
function pulse(): LivePulse {
  const gatewayDownSince = gatewayHealth().downSince?.toISOString() ?? null;
  return { now: Date.now(), gatewayDownSince, build: buildId };
}

/**
 * Ends the streams whose session is over. One whose person has got other roles since is told to load itself anew, and closed:
 * it connects again, and is then told of the stores that are theirs now.
 */
async function closeWhereSessionsChanged(all: Set<Connection>): Promise<void> {
  if (all.size === 0) return;
  try {
    const ids = [...new Set([...all].map((it) => it.sessionId))];
    const now = new Date();
    const changes = await read((db) => listSessionChanges(db, ids, now, idleSince(now)));
    const changed = new Map(changes.map((it) => [it.id, it]));
    for (const connection of all) {
      const change = changed.get(connection.sessionId);
      if (!change) continue;
      if (change.isOver) {
        connection.send(frameOf("signed_out", {}));
        connection.close();
      } else if (change.rolesChangedAt?.getTime() !== connection.rolesChangedAt?.getTime()) {
        const position = await read(lastSeq);
        connection.send(frameOf("reset", pulse(), position));
        connection.close();
      }
    }
  } catch (error) {
    log().error({ err: error }, "sessions of open streams could not be checked");
  }
}

/** Closes every stream of this process, so that it can end. Browsers connect again, to whoever answers then. */
export function closeAllStreams(): void {
  for (const connection of connections()) connection.close();
}

/**
 * A stream of server-sent events: what was missed since `lastEventId`, then everything new, in the order of the history, and a
 * heartbeat. Ends when the request is aborted or the session has ended.
 */
export function openStream(request: StreamRequest): ReadableStream<Uint8Array> {
  let close = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true;
        const connection: Connection = {
          sessionId: request.sessionId,
          rolesChangedAt: request.rolesChangedAt,
          send(frame) {
            if (!isOpen) return;
            if ((controller.desiredSize ?? 0) < -mostUnreadBytes) return close();
            controller.enqueue(frame);
          },
          close: () => close(),
        };
        const stopListening = follow(request, connection.send, () => close());
        close = () => {
          if (!isOpen) return;
          isOpen = false;
          stopListening();
          connections().delete(connection);
          request.signal.removeEventListener("abort", close);
          try {
            controller.close();
          } catch {
            // The browser was faster and has cancelled the stream.
          }
        };
        connections().add(connection);
        request.signal.addEventListener("abort", close);
        if (request.signal.aborted) close();
      },
      cancel: () => close(),
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  );
}

/** Sends what was missed, then what comes. Returns the way to stop. */
function follow(request: StreamRequest, send: (frame: Uint8Array) => void, fail: () => void): () => void {
  const stores = new Set(request.storeIds);
  let cursor = request.lastEventId;
  let waiting: LiveEvent[] | null = [];
  const deliver = (events: LiveEvent[]) => {
    for (const event of events) {
      if (event.seq !== null) {
        if (cursor !== null && event.seq <= cursor) continue;
        cursor = event.seq;
      }
      if (stores.has(event.storeId)) send(event.frame);
    }
  };
  const stop = liveHub().listen((events) => {
    if (waiting) waiting.push(...events);
    else deliver(events);
  });
  const catchUp = async () => {
    // From here on the hub misses nothing; what was before is read from the history.
    await liveHub().position();
    const position = await read(lastSeq);
    cursor ??= position;
    // Ahead of the history is a browser that knew another database, as after a restore.
    if (cursor > position || position - cursor > longestReplay) {
      cursor = position;
      send(frameOf("reset", pulse(), position));
    } else {
      send(frameOf("hello", pulse(), cursor));
    }
    for (;;) {
      const page = await renderLinesAfter(cursor, request.storeIds, pageSize);
      deliver(page);
      if (page.length < pageSize) break;
    }
    deliver(waiting ?? []);
    waiting = null;
  };
  catchUp().catch((error) => {
    log().error({ err: error }, "a stream could not catch up");
    fail();
  });
  return stop;
}
