"use client";

import type { ReactNode } from "react";
import { nextStep, otherSteps } from "#components/sale/next-step.ts";
import type { SaleStepsState } from "#components/sale/use-sale-steps.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import { stepWords } from "#lib/words/step-words.ts";

export type SaleNextStepsProps = {
  steps: SaleStepsState;
  /** Where a new sale begins; null where none is to be offered. */
  newSaleHref: string | null;
  askButton: ReactNode;
  viewerRefundLeftCents: number | null;
};

/** The one filled button, and the other steps under it. */
export function SaleNextSteps({
  steps: state,
  newSaleHref,
  askButton,
  viewerRefundLeftCents,
}: SaleNextStepsProps) {
  const { facts, capturing } = state;
  const { sale, steps, money } = facts;
  const words = useWords(saleScreenWords);
  const { refundLimit } = useWords(stepWords);
  // Something was asked for that the screen does not show yet: nothing else can be pressed until it does.
  const isBlocked = state.underWay !== null || capturing.busy;
  const next = nextStep(facts);
  const isLimited =
    sale.capturedCents > sale.refundedCents && viewerRefundLeftCents === 0 && !sale.openOperation;
  return (
    <div className="flex flex-col gap-2">
      {next === "capture" ? (
        <Button
          variant="primary"
          size="hero"
          busy={capturing.busy}
          busyLabel={words.asking}
          disabled={isBlocked && !capturing.busy}
          onClick={state.captureAll}
          className="w-full"
        >
          {words.capture(money(steps.captureUpToCents))}
        </Button>
      ) : null}
      {next === "ask" ? askButton : null}
      {next === "new_sale" && newSaleHref ? (
        <Link href={newSaleHref} className={`${buttonClass("primary", "hero")} w-full`}>
          {words.newSale}
        </Link>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {next === null && newSaleHref ? (
          <Link href={newSaleHref} className={`${buttonClass("secondary")} flex-1 whitespace-nowrap`}>
            {words.newSale}
          </Link>
        ) : null}
        {otherSteps(facts).map(({ name, label }) => (
          <Button
            key={name}
            variant={name === "cancel" ? "quiet" : "secondary"}
            disabled={isBlocked}
            onClick={() => state.setStep(name)}
            className="flex-1 whitespace-nowrap"
          >
            {label}
          </Button>
        ))}
      </div>
      {isLimited ? <p className="text-label text-soft">{refundLimit}</p> : null}
    </div>
  );
}
