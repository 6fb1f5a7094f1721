import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShopperPage } from "#components/shopper/shopper-page.tsx";
import { wordsIn } from "#lib/language.ts";
import { shopperPageWords } from "#lib/words/shopper-words.ts";
import { shopOf } from "../shop-of.ts";

type CompletePageProps = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: CompletePageProps): Promise<Metadata> {
  const shop = await shopOf((await params).token);
  return shop ? { title: wordsIn(shopperPageWords, shop.locale).complete.title } : {};
}

export default async function CompletePage({ params }: CompletePageProps) {
  const shop = await shopOf((await params).token);
  if (!shop) notFound();
  return <ShopperPage kind="complete" {...shop} />;
}
