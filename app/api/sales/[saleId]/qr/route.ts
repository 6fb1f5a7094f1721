import { refused, viewerRoute } from "#lib/server/route.ts";
import { checkoutQr } from "#lib/server/sales/qr.ts";

/** The sale's checkout address as a QR code, for a shopper whose message does not come. */
export const GET = viewerRoute<{ saleId: string }>(async (viewer, _request, { saleId }) => {
  const svg = await checkoutQr(viewer, saleId);
  if (!svg) return refused(404, "There is no link to show for this sale.");
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "private, no-store" },
  });
});
