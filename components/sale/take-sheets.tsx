"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { AmountField, amountError } from "#components/ui/amount-field.tsx";
import { captureConsequence, releaseConsequence } from "#lib/words/step-words.ts";

/** Captures a part of what is approved; the rest stays takeable. */
export function CaptureSheet({ capture, ...props }: StepSheetProps & Pick<SaleActions, "capture">) {
  const maxCents = props.facts.steps.captureUpToCents;
  const amount = useStepAmount(null, maxCents, props);
  const { facts } = props;
  const { valueCents } = amount;
  return (
    <StepSheet
      {...props}
      title={`Capture part of ${facts.money(maxCents)}`}
      consequence={
        valueCents
          ? captureConsequence(valueCents, maxCents, facts.words)
          : `Sezzle approved it; ${facts.money(maxCents)} can be taken.`
      }
      actLabel={valueCents ? `Capture ${facts.money(valueCents)}` : "Capture"}
      underWay={`Taking ${facts.money(valueCents ?? 0)}`}
      safeLabel="Back, take nothing"
      variant="primary"
      content={`capture ${valueCents}`}
      isComplete={amount.check}
      act={(common) => capture({ ...common, amountCents: valueCents ?? 0 })}
    >
      {amount.field("Amount to capture")}
    </StepSheet>
  );
}

/** Releases what is approved and not taken, all of it unless a smaller amount is typed. */
export function ReleaseSheet({ release, ...props }: StepSheetProps & Pick<SaleActions, "release">) {
  const maxCents = props.facts.steps.releaseUpToCents;
  const amount = useStepAmount(maxCents, maxCents, props);
  const { facts } = props;
  const { valueCents } = amount;
  return (
    <StepSheet
      {...props}
      title={`Release ${valueCents ? facts.money(valueCents) : "an amount"}?`}
      consequence={valueCents ? releaseConsequence(valueCents, maxCents, facts.words) : null}
      actLabel={valueCents ? `Release ${facts.money(valueCents)}` : "Release"}
      underWay={`Releasing ${facts.money(valueCents ?? 0)}`}
      safeLabel="Keep it"
      variant="danger"
      content={`release ${valueCents}`}
      isComplete={amount.check}
      act={(common) => release({ ...common, amountCents: valueCents ?? 0 })}
    >
      {amount.field("Amount to release")}
    </StepSheet>
  );
}

/** The amount of a step: what is typed, only when it can be asked for, and the field it is typed into. */
export function useStepAmount(initialCents: number | null, maxCents: number, { facts }: StepSheetProps) {
  const [typedCents, setTyped] = useState<number | null>(initialCents);
  const [pressed, setPressed] = useState(false);
  const { sale, locale } = facts;
  const error = amountError(typedCents, maxCents, sale.currency, locale);
  return {
    valueCents: error ? null : typedCents,
    check(): boolean {
      setPressed(true);
      return error === null;
    },
    field: (label: string) => (
      <AmountField
        label={label}
        currency={sale.currency}
        locale={locale}
        valueCents={typedCents}
        onChange={setTyped}
        maxCents={maxCents}
        error={pressed ? error : null}
        autoFocus={initialCents === null}
      />
    ),
  };
}
