import { z } from "zod";
import { refused, viewerRoute } from "#lib/server/route.ts";
import { watchSale } from "#lib/server/sales/watch.ts";

const body = z.object({ saleId: z.string().max(100) });

/** A screen says that it shows a sale: what becomes of it is then found within seconds. */
export const POST = viewerRoute(async (viewer, request) => {
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return refused(400, "Say which sale is shown.");
  await watchSale(viewer, parsed.data.saleId);
  return new Response(null, { status: 204 });
});
