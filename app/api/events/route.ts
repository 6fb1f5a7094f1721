import { openStream } from "#lib/server/live/stream.ts";
import { isShuttingDown } from "#lib/server/readiness.ts";
import { refused, viewerRoute } from "#lib/server/route.ts";

export const dynamic = "force-dynamic";

/** The live stream of the signed-in person's stores; `Last-Event-ID` replays what was missed. */
export const GET = viewerRoute(async (viewer, request) => {
  if (isShuttingDown()) return refused(503, "The till's server is about to end.");
  const shown = new URL(request.url).searchParams.get("person");
  if (shown !== null && shown !== viewer.personId) return refused(401, "Somebody else is signed in now.");
  const lastEventId = Number.parseInt(request.headers.get("last-event-id") ?? "", 10);
  const stream = openStream({
    sessionId: viewer.sessionId,
    rolesChangedAt: viewer.rolesChangedAt,
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
      // A connection kept for reuse would let a browser connect again to a process that is ending.
      Connection: "close",
    },
  });
});
