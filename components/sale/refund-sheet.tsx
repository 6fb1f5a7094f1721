"use client";

import { useState } from "react";
import { useApprover } from "#components/refunds/use-approver.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useStepAmount } from "#components/sale/take-sheets.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { refundWords } from "#lib/words/refund-words.ts";
import { sheetWords } from "#lib/words/sheet-words.ts";
import {
  additionalRefundWords,
  letGoRefundWords,
  refundConsequence,
  stepWords,
} from "#lib/words/step-words.ts";

export type RefundSheetProps = StepSheetProps & {
  actions: Pick<SaleActions, "refund" | "refundByPin" | "askRefund">;
};

/**
 * Gives back all or a part of what was paid, for a reason; a second refund of one amount has to be meant, and what is over the
 * person's limit a manager approves.
 */
export function RefundSheet({ actions, ...props }: RefundSheetProps) {
  const { facts } = props;
  const { sale, steps } = facts;
  const { refund: words, refundNothing } = useWords(sheetWords);
  const { overLimit, nothingLeft, approvalNeeded, askConsequence } = useWords(refundWords);
  const aloneCents = steps.refundUpToCents;
  const maxCents = Math.max(aloneCents, steps.askRefundUpToCents);
  const paidCents = sale.capturedCents - sale.refundedCents;
  const amount = useStepAmount(aloneCents || maxCents, maxCents, props);
  const reason = useReason(facts.refundTerms.reasons);
  const approver = useApprover(facts.refundTerms.approvers, true);
  // The server counts for itself: what it refused as too much needs a manager, whatever this page was loaded with.
  const [refusedCents, setRefusedCents] = useState(Number.POSITIVE_INFINITY);
  const { valueCents, valueWords } = amount;
  const cents = valueCents ?? 0;
  const isOver = cents > aloneCents || cents >= refusedCents;
  const choice = isOver ? approver.choice : null;
  const twice = additionalWords(facts, valueCents);
  const isAdditional = twice.length > 0;

  function isComplete() {
    return [amount.check(), reason.check(), !isOver || approver.check()].every(Boolean);
  }

  async function act(common: { saleId: string; seenVersion: number; wishId: string }) {
    const input = { ...common, amountCents: cents, reason: reason.text, additional: isAdditional };
    if (choice?.how === "screens") return actions.askRefund(input);
    if (choice?.how === "pin") {
      const result = await actions.refundByPin({ ...input, managerId: choice.managerId, pin: choice.pin });
      if (!result.ok) approver.clearPin();
      return result;
    }
    const result = await actions.refund(input);
    if (!result.ok && result.problem.code === "over_refund_limit") setRefusedCents(cents);
    return result;
  }

  const asks = choice?.how === "screens" && valueWords;
  return (
    <StepSheet
      {...props}
      title={words.title(valueWords)}
      consequence={
        asks
          ? askConsequence(valueWords)
          : valueCents
            ? refundConsequence(valueCents, paidCents, facts.words)
            : null
      }
      actLabel={asks ? words.ask(valueWords) : words.act(valueWords, isAdditional)}
      underWay={words.underWay(facts.money(cents))}
      safeLabel={refundNothing}
      variant="danger"
      content={`refund ${valueCents} ${isAdditional} ${reason.text}`}
      isComplete={isComplete}
      act={act}
    >
      {amount.field(words.field)}
      {isOver ? (
        <p role="status" className="text-label text-soft">
          {aloneCents === 0
            ? nothingLeft
            : cents > aloneCents
              ? overLimit(facts.money(aloneCents))
              : approvalNeeded}
        </p>
      ) : null}
      {isAdditional ? (
        <p role="status" className="rounded-card bg-attention-wash p-4 text-body font-medium text-attention">
          {twice.join(" ")}
        </p>
      ) : null}
      {reason.fields}
      {isOver ? approver.fields : null}
    </StepSheet>
  );
}

/** That an equal refund was made, or may have been; nothing when there was none. */
function additionalWords({ sale, words, timeOf }: SaleFacts, valueCents: number | null): string[] {
  const cents = valueCents ?? 0;
  const before = sale.refunds.findLast((it) => it.amountCents === valueCents);
  const letGo = sale.letGoRefunds.findLast((it) => it.amountCents === valueCents);
  return [
    before && additionalRefundWords(cents, timeOf(before.at), words),
    letGo && letGoRefundWords(cents, timeOf(letGo.at), words),
  ].flatMap((it) => it ?? []);
}

/** One of the store's reasons, or one in words. */
function useReason(reasons: readonly string[]) {
  const words = useWords(sheetWords).refund;
  const { otherReason } = useWords(stepWords);
  const [choice, setChoice] = useState<string | null>(null);
  const [written, setWritten] = useState("");
  const [pressed, setPressed] = useState(false);
  const text = choice === otherReason ? written.trim() : (choice ?? "");
  const offered = reasons.filter((it, at) => it !== otherReason && reasons.indexOf(it) === at);
  return {
    text,
    check() {
      setPressed(true);
      return text !== "";
    },
    fields: (
      <>
        <ChoiceGroup
          legend={words.reason}
          options={[...offered, otherReason]}
          value={choice}
          onChange={setChoice}
          error={pressed && choice === null ? words.reasonMissing : null}
        />
        {choice === otherReason ? (
          <Field
            label={words.inWords}
            value={written}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setWritten(event.currentTarget.value)}
            error={pressed && text === "" ? words.wordsMissing : null}
            autoFocus
          />
        ) : null}
      </>
    ),
  };
}
