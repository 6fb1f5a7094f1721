"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { AmountField, amountError } from "#components/ui/amount-field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { captureConsequence, releaseConsequence } from "#lib/words/step-words.ts";

/** Captures a part of what is approved; the rest stays takeable. */
export function CaptureSheet({ capture, ...props }: StepSheetProps & Pick<SaleActions, "capture">) {
  const maxCents = props.facts.steps.captureUpToCents;
  const amount = useStepAmount(null, maxCents, props);
  const { facts } = props;
  const { valueCents, valueWords } = amount;
  const words = useWords(sheetWords).capture;
  return (
    <StepSheet
      {...props}
      title={words.title(facts.money(maxCents))}
      consequence={
        valueCents
          ? captureConsequence(valueCents, maxCents, facts.words)
          : words.canBeTaken(facts.money(maxCents))
      }
      actLabel={words.act(valueWords)}
      underWay={words.underWay(facts.money(valueCents ?? 0))}
      safeLabel={words.safe}
      variant="primary"
      content={`capture ${valueCents}`}
      isComplete={amount.check}
      act={(common) => capture({ ...common, amountCents: valueCents ?? 0 })}
    >
      {amount.field(words.field)}
    </StepSheet>
  );
}

/** Releases what is approved and not taken, all of it unless a smaller amount is typed. */
export function ReleaseSheet({ release, ...props }: StepSheetProps & Pick<SaleActions, "release">) {
  const maxCents = props.facts.steps.releaseUpToCents;
  const amount = useStepAmount(maxCents, maxCents, props);
  const { facts } = props;
  const { valueCents, valueWords } = amount;
  const words = useWords(sheetWords).release;
  return (
    <StepSheet
      {...props}
      title={words.title(valueWords)}
      consequence={valueCents ? releaseConsequence(valueCents, maxCents, facts.words) : null}
      actLabel={words.act(valueWords)}
      underWay={words.underWay(facts.money(valueCents ?? 0))}
      safeLabel={words.safe}
      variant="danger"
      content={`release ${valueCents}`}
      isComplete={amount.check}
      act={(common) => release({ ...common, amountCents: valueCents ?? 0 })}
    >
      {amount.field(words.field)}
    </StepSheet>
  );
}

/** The amount of a step: what is typed, only when it can be asked for, and the field it is typed into. */
export function useStepAmount(initialCents: number | null, maxCents: number, { facts }: StepSheetProps) {
  const [typedCents, setTyped] = useState<number | null>(initialCents);
  const [pressed, setPressed] = useState(false);
  const { sale, locale } = facts;
  const error = amountError(typedCents, maxCents, sale.currency, locale);
  const valueCents = error ? null : typedCents;
  return {
    valueCents,
    /** The same, written for people; null while there is none. */
    valueWords: valueCents ? facts.money(valueCents) : null,
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
