import { isReady } from "#lib/server/readiness.ts";

export const dynamic = "force-dynamic";

/** The process can do its work: its database answers and it is not shutting down. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503 });
}
