import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShopperPage } from "#components/shopper/shopper-page.tsx";
import { shopperReturned } from "#lib/server/sales/watch.ts";

export const metadata: Metadata = { title: "Done" };

export default async function CompletePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const shop = await shopperReturned(token);
  if (!shop) notFound();
  return <ShopperPage kind="complete" shopName={shop.shopName} />;
}
