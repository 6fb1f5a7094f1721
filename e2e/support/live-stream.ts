import type { BrowserContext } from "@playwright/test";

type LiveEvent = { id: number | null; event: string; data: string };

type LiveStream = {
  status: number;
  headers: Headers;
  /** Everything that has come so far. */
  events: LiveEvent[];
  close(): void;
};

/** Opens the live stream over plain HTTP, as any client may, and collects what comes. */
export async function openLiveStream(
  appUrl: string,
  {
    context,
    cookies,
    lastEventId,
  }: { context?: BrowserContext; cookies?: { name: string; value: string }[]; lastEventId?: number } = {},
): Promise<LiveStream> {
  const sent = cookies ?? (await context?.cookies(appUrl)) ?? [];
  const abort = new AbortController();
  const response = await fetch(`${appUrl}/api/events`, {
    headers: {
      accept: "text/event-stream",
      cookie: sent.map(({ name, value }) => `${name}=${value}`).join("; "),
      ...(lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) }),
    },
    signal: abort.signal,
  });
  const events: LiveEvent[] = [];
  // Reading ends with `close`, or with the app that was killed: what came until then is what counts.
  collect(response, events).catch(() => {});
  return {
    status: response.status,
    headers: response.headers,
    events,
    close: () => abort.abort(),
  };
}

async function collect(response: Response, events: LiveEvent[]): Promise<void> {
  let rest = "";
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop() ?? "";
    events.push(...blocks.map(readEvent));
  }
}

/** One block of the stream. (WHATWG HTML, server-sent events.) */
function readEvent(block: string): LiveEvent {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const colon = line.indexOf(": ");
    fields.set(line.slice(0, colon), line.slice(colon + 2));
  }
  const id = fields.get("id");
  return {
    id: id === undefined ? null : Number(id),
    event: fields.get("event") ?? "message",
    data: fields.get("data") ?? "",
  };
}
