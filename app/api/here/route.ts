import { noteSeen } from "#lib/server/auth/viewer.ts";
import { viewerRoute } from "#lib/server/route.ts";

/** Somebody touched a screen of the signed-in person: their session is not idle. */
export const POST = viewerRoute(async (viewer) => {
  await noteSeen(viewer);
  return new Response(null, { status: 204 });
});
