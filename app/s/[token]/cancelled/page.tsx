import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShopperPage } from "#components/shopper/shopper-page.tsx";
import { wordsIn } from "#lib/language.ts";
import { shopperPageWords } from "#lib/words/shopper-words.ts";
import { shopOf } from "../shop-of.ts";

type CancelledPageProps = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: CancelledPageProps): Promise<Metadata> {
  const shop = await shopOf((await params).token);
  return shop ? { title: wordsIn(shopperPageWords, shop.locale).cancelled.title } : {};
}

export default async function CancelledPage({ params }: CancelledPageProps) {
  const shop = await shopOf((await params).token);
  if (!shop) notFound();
  return <ShopperPage kind="cancelled" {...shop} />;
}
