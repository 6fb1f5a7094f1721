"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { nextStep, otherSteps } from "#components/sale/next-step.ts";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import type { StepName } from "#components/sale/step-sheets.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { refundLimitWords } from "#lib/words/step-words.ts";

export type SaleNextStepsProps = {
  facts: SaleFacts;
  newSaleHref: string;
  askButton: ReactNode;
  isCapturing: boolean;
  /** Something was asked for that the screen does not show yet: nothing else can be pressed until it does. */
  isBlocked: boolean;
  viewerRefundLeftCents: number | null;
  onCapture: () => void;
  onStep: (step: StepName) => void;
};

/** The one filled button, and the other steps under it. */
export function SaleNextSteps(props: SaleNextStepsProps) {
  const { facts, isBlocked, newSaleHref } = props;
  const { sale, steps, money } = facts;
  const next = nextStep(facts);
  const isLimited =
    sale.capturedCents > sale.refundedCents && props.viewerRefundLeftCents === 0 && !sale.openOperation;
  return (
    <div className="flex flex-col gap-2">
      {next === "capture" ? (
        <Button
          variant="primary"
          size="hero"
          busy={props.isCapturing}
          busyLabel="Asking Sezzle…"
          disabled={isBlocked && !props.isCapturing}
          onClick={props.onCapture}
          className="w-full"
        >
          Capture {money(steps.captureUpToCents)}
        </Button>
      ) : null}
      {next === "ask" ? props.askButton : null}
      {next === "new_sale" ? (
        <Link href={newSaleHref} className={`${buttonClass("primary", "hero")} w-full`}>
          New sale
        </Link>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {next === null ? (
          <Link href={newSaleHref} className={`${buttonClass("secondary")} flex-1 whitespace-nowrap`}>
            New sale
          </Link>
        ) : null}
        {otherSteps(facts).map(({ name, label }) => (
          <Button
            key={name}
            variant={name === "cancel" ? "quiet" : "secondary"}
            disabled={isBlocked}
            onClick={() => props.onStep(name)}
            className="flex-1 whitespace-nowrap"
          >
            {label}
          </Button>
        ))}
      </div>
      {isLimited ? <p className="text-label text-soft">{refundLimitWords}</p> : null}
    </div>
  );
}
