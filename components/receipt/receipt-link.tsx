"use client";

import { ReceiptText } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { receiptScreenWords } from "#lib/words/receipt-words.ts";

/** The way to a sale's receipt, and back to where this stands. */
export function ReceiptLink({ saleId, from }: { saleId: string; from: "sale" | "order" }) {
  const { title } = useWords(receiptScreenWords);
  const href = `/receipts/${saleId}${from === "order" ? "?from=order" : ""}`;
  return (
    <Link href={href} className={`${buttonClass("secondary")} flex-1 gap-2 whitespace-nowrap`}>
      <ReceiptText aria-hidden size={20} /> {title}
    </Link>
  );
}
