import { toString as renderQr } from "qrcode";
import { recordRefusal } from "../auth/refusals.ts";
import type { Viewer } from "../auth/viewer.ts";
import { findTheirOrder } from "./watch.ts";

/** The QR code of a sale's checkout address, as SVG; null when it has no address, or the viewer may not see the sale. */
export async function checkoutQr(viewer: Viewer, saleId: string): Promise<string | null> {
  const { isTheirs, order } = await findTheirOrder(viewer, saleId);
  if (!isTheirs) await recordRefusal(viewer, "sale.see", "unknown_sale");
  if (!order?.checkoutUrl) return null;
  // Dark on light whatever the screen's theme: cameras expect it so.
  return renderQr(order.checkoutUrl, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
}
