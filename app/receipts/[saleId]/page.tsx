import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireViewer } from "#lib/server/auth/session.ts";
import { env } from "#lib/server/env.ts";
import { loadReceipt } from "#lib/server/receipts/load-receipt.ts";
import { receiptScreenWords } from "#lib/words/receipt-words.ts";
import { LiveReceipt } from "./live-receipt.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(receiptScreenWords, await currentLocale()).title };
}

type ReceiptPageProps = {
  params: Promise<{ saleId: string }>;
  /** `from`: whether it was opened at the desk, to go back to. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReceiptPage({ params, searchParams }: ReceiptPageProps) {
  const { saleId } = await params;
  const { from } = await searchParams;
  const viewer = await requireViewer();
  const now = new Date();
  const receipt = await loadReceipt(viewer, saleId, now);
  if (!receipt) return refusePage(viewer, "sale.see", "unknown_sale");
  const toOrder = { href: `/orders/${saleId}`, to: "order" } as const;
  const toSale = { href: `/till/sales/${saleId}`, to: "sale" } as const;
  return (
    <LiveReceipt
      receipt={receipt}
      isTest={env().mode !== "production"}
      back={from === "order" ? toOrder : toSale}
      personId={viewer.personId}
      serverNow={now.getTime()}
    />
  );
}
