"use client";

import { useState } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useStepAmount } from "#components/sale/take-sheets.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import {
  additionalRefundWords,
  letGoRefundWords,
  otherReason,
  refundConsequence,
  refundReasons,
} from "#lib/words/step-words.ts";

/** Gives back all or a part of what was paid, for a reason; a second refund of one amount has to be meant. */
export function RefundSheet({ refund, ...props }: StepSheetProps & Pick<SaleActions, "refund">) {
  const { facts } = props;
  const { sale } = facts;
  const maxCents = facts.steps.refundUpToCents;
  const paidCents = sale.capturedCents - sale.refundedCents;
  const amount = useStepAmount(maxCents, maxCents, props);
  const [choice, setChoice] = useState<string | null>(null);
  const [written, setWritten] = useState("");
  const [pressed, setPressed] = useState(false);
  const { valueCents } = amount;
  const before = sale.refunds.findLast((it) => it.amountCents === valueCents);
  const letGo = sale.letGoRefunds.findLast((it) => it.amountCents === valueCents);
  const cents = valueCents ?? 0;
  const twice = [
    before && additionalRefundWords(cents, facts.timeOf(before.at), facts.words),
    letGo && letGoRefundWords(cents, facts.timeOf(letGo.at), facts.words),
  ].flatMap((it) => it ?? []);
  const isAdditional = twice.length > 0;
  const reason = choice === otherReason ? written.trim() : (choice ?? "");

  function isComplete() {
    setPressed(true);
    return amount.check() && reason !== "";
  }

  return (
    <StepSheet
      {...props}
      title={`Refund ${valueCents ? facts.money(valueCents) : "an amount"}?`}
      consequence={valueCents ? refundConsequence(valueCents, paidCents, facts.words) : null}
      actLabel={valueCents ? `Refund ${isAdditional ? "another " : ""}${facts.money(valueCents)}` : "Refund"}
      underWay={`Refunding ${facts.money(cents)}`}
      safeLabel="Back, refund nothing"
      variant="danger"
      content={`refund ${valueCents} ${isAdditional} ${reason}`}
      isComplete={isComplete}
      act={(common) => refund({ ...common, amountCents: cents, reason, additional: isAdditional })}
    >
      {amount.field("Amount to refund")}
      {maxCents > 0 && maxCents < paidCents ? (
        <p className="text-label text-soft">
          You can give back {facts.money(maxCents)} more today on your own. A manager can refund the rest.
        </p>
      ) : null}
      {isAdditional ? (
        <p role="status" className="rounded-card bg-attention-wash p-4 text-body font-medium text-attention">
          {twice.join(" ")}
        </p>
      ) : null}
      <ChoiceGroup
        legend="Reason"
        options={[...refundReasons, otherReason]}
        value={choice}
        onChange={setChoice}
        error={pressed && choice === null ? "Choose a reason." : null}
      />
      {choice === otherReason ? (
        <Field
          label="Reason in words"
          value={written}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setWritten(event.currentTarget.value)}
          error={pressed && reason === "" ? "Write the reason." : null}
          autoFocus
        />
      ) : null}
    </StepSheet>
  );
}
