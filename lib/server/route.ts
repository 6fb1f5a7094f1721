import { DatabaseAwayError } from "#db/database-away.ts";
import { currentViewer } from "./auth/session.ts";
import type { Viewer } from "./auth/viewer.ts";
import { log } from "./log.ts";
import { isSameOrigin } from "./same-origin.ts";

type Context<Params> = { params: Promise<Params> };

/**
 * Wraps a route of a signed-in person: session first, and for anything but GET the request must come from a page of this
 * app. Answers are JSON with a sentence when refused; what a route throws is logged and answered 500.
 */
export function viewerRoute<Params>(
  run: (viewer: Viewer, request: Request, params: Params) => Promise<Response>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, context) => {
    try {
      if (request.method !== "GET" && !isSameOrigin(request.headers))
        return refused(403, "Not from this page.");
      const viewer = await currentViewer();
      if (!viewer) return refused(401, "You are signed out.");
      return await run(viewer, request, await context.params);
    } catch (error) {
      log().error({ err: error, path: new URL(request.url).pathname }, "a route failed");
      if (error instanceof DatabaseAwayError)
        return refused(503, "The till cannot reach its database at this moment.");
      return refused(500, "Something went wrong in the till itself.");
    }
  };
}

/** An answer that refuses, in one sentence. */
export function refused(status: number, sentence: string): Response {
  return Response.json({ error: sentence }, { status, headers: { "Cache-Control": "no-store" } });
}
