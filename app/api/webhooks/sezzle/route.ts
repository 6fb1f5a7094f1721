import { readBody } from "#lib/server/read-body.ts";
import { refused } from "#lib/server/route.ts";
import { largestWebhookBytes, receiveWebhook } from "#lib/server/webhooks/receive.ts";

/** Sezzle's webhooks. 200 only once the event is on disk. */
export async function POST(request: Request): Promise<Response> {
  const raw = await readBody(request, largestWebhookBytes);
  if (!raw) return refused(413, "The body is larger than 64 KB.");
  const isGenuine = await receiveWebhook(raw, request.headers.get("sezzle-signature"));
  return isGenuine ? new Response(null, { status: 200 }) : refused(401, "The signature does not hold.");
}
