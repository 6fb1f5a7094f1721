import { onTestFinished } from "vitest";
import { openStream, type StreamRequest } from "../live/stream.ts";

export type ReadEvent = { id: number | null; event: string; data: unknown };

/** A browser at the live stream: what it has read so far, and how to leave. */
export type LiveReader = {
  events: ReadEvent[];
  /** The positions of the changes read so far, in the order they came. */
  positions(): number[];
  /** Resolves when the stream has ended. */
  ended: Promise<void>;
  abort(): void;
};

/** Opens the live stream and reads everything that comes. Left when the running test ends. */
export function readLive(request: Omit<StreamRequest, "signal">): LiveReader {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const stream = openStream({ ...request, signal: leaving.signal });
  const events: ReadEvent[] = [];
  return {
    events,
    positions: () => events.flatMap((it) => (it.event === "change" && it.id !== null ? it.id : [])),
    ended: collect(stream, events),
    abort: () => leaving.abort(),
  };
}

async function collect(stream: ReadableStream<Uint8Array>, events: ReadEvent[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    events.push(...blocks.map(readEvent));
  }
}

function readEvent(block: string): ReadEvent {
  const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const id = fields.get("id");
  return {
    id: id === undefined ? null : Number(id),
    event: fields.get("event") ?? "",
    data: JSON.parse(fields.get("data") ?? "null"),
  };
}
