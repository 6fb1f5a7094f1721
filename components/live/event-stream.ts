import { EventSourceParserStream } from "eventsource-parser/stream";

export type StreamEvent = { id: string | null; event: string; data: string };

/** The stream ended because the session has: connecting again is of no use. */
export class SignedOutError extends Error {}

/**
 * Reads the server's stream until it ends or the signal aborts. Uses fetch, since EventSource hides the answer's status
 * and connects again by rules of its own. Names the person the page shows: another one's cookie does not do. Throws when the connection fails, and a SignedOutError after a 401.
 */
export async function readEventStream(
  personId: string,
  lastEventId: number,
  signal: AbortSignal,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const response = await fetch(`/api/events?person=${encodeURIComponent(personId)}`, {
    headers: { "Last-Event-ID": String(lastEventId), Accept: "text/event-stream" },
    cache: "no-store",
    signal,
  });
  if (response.status === 401) throw new SignedOutError("the session has ended");
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onEvent({ id: value.id ?? null, event: value.event ?? "message", data: value.data });
  }
}
