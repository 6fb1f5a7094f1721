"use client";

import { ArrowLeft, Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import { Receipt } from "#components/receipt/receipt.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ReceiptView } from "#lib/receipt.ts";
import { receiptScreenWords } from "#lib/words/receipt-words.ts";

export type ReceiptScreenProps = {
  receipt: ReceiptView;
  /** No real money moves here, and the paper says so. */
  isTest: boolean;
  /** Where one touch leads back to, and what that is. */
  back: { href: string; to: "sale" | "order" };
};

/** A receipt ready to print: the paper, one button that prints it, one way back. Of all this only the paper is printed. */
export function ReceiptScreen({ receipt, isTest, back }: ReceiptScreenProps) {
  const words = useWords(receiptScreenWords);
  const print = useRef<HTMLDivElement>(null);
  // Enter prints: who came here by keyboard came for this.
  useEffect(() => print.current?.querySelector("button")?.focus(), []);
  return (
    <div className="flex min-h-dvh flex-col bg-sunken print:block print:min-h-0 print:bg-transparent">
      <div className="sticky top-0 z-10 flex min-h-18 flex-wrap items-center justify-between gap-2 border-line border-b bg-card px-3 py-2 sm:px-6 print:hidden">
        <Link
          href={back.href}
          className="flex min-h-14 items-center gap-2 rounded-card px-3 text-body font-semibold hover:bg-sunken"
        >
          <ArrowLeft aria-hidden size={20} /> {back.to === "sale" ? words.toSale : words.toOrder}
        </Link>
        <div ref={print}>
          <Button variant="primary" icon={<Printer aria-hidden size={20} />} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      <main className="grid flex-1 place-items-start justify-center p-4 sm:p-8 print:block print:p-0">
        <Receipt receipt={receipt} isTest={isTest} />
      </main>
    </div>
  );
}
