import { openStream } from "#lib/server/live/stream.ts";
import { viewerRoute } from "#lib/server/route.ts";

export const dynamic = "force-dynamic";

/** The live stream of the signed-in person's stores; `Last-Event-ID` replays what was missed. */
export const GET = viewerRoute(async (viewer, request) => {
  const lastEventId = Number.parseInt(request.headers.get("last-event-id") ?? "", 10);
  const stream = openStream({
    sessionId: viewer.sessionId,
    storeIds: viewer.stores.map(({ store }) => store.id),
    lastEventId: Number.isSafeInteger(lastEventId) && lastEventId >= 0 ? lastEventId : null,
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no-transform keeps Next and proxies from compressing, X-Accel-Buffering keeps proxies from collecting.
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
});
