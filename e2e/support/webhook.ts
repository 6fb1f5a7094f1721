import { createHmac, randomUUID } from "node:crypto";

type WebhookAnswer = { status: number };

/** An event as Sezzle sends them, about an order that may or may not exist. */
export function eventAbout(
  orderUuid: string,
  event = "order.authorized",
  data: Record<string, unknown> = {},
): { uuid: string; body: string } {
  const uuid = randomUUID();
  const envelope = { uuid, created_at: new Date().toISOString(), event, data_type: "order" };
  return { uuid, body: JSON.stringify({ ...envelope, data: { uuid: orderUuid, ...data } }) };
}

/** What Sezzle signs a body with: HMAC-SHA256 of the raw bytes with the merchant's private key, in hex. */
export function signatureOf(body: string, privateKey: string): string {
  return createHmac("sha256", privateKey).update(body).digest("hex");
}

/** Delivers a body to the app's webhook address. No signature: none is sent. `inChunks`: no length is announced. */
export async function deliver(
  appUrl: string,
  body: string,
  { signature, inChunks = false }: { signature?: string; inChunks?: boolean } = {},
): Promise<WebhookAnswer> {
  const response = await fetch(`${appUrl}/api/webhooks/sezzle`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(signature === undefined ? {} : { "sezzle-signature": signature }),
    },
    body: inChunks ? new Blob([body]).stream() : body,
    ...(inChunks ? { duplex: "half" } : {}),
  });
  await response.body?.cancel();
  return { status: response.status };
}
