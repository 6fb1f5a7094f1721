"use client";

import { useState } from "react";
import { useApprover } from "#components/refunds/use-approver.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { StepSheet, type StepSheetProps } from "#components/sale/step-sheet.tsx";
import { useStepAmount } from "#components/sale/take-sheets.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { Field } from "#components/ui/field.tsx";
import {
  approvalNeededWords,
  askConsequence,
  nothingLeftWords,
  overLimitWords,
} from "#lib/words/refund-words.ts";
import {
  additionalRefundWords,
  letGoRefundWords,
  otherReason,
  refundConsequence,
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
  const aloneCents = steps.refundUpToCents;
  const maxCents = Math.max(aloneCents, steps.askRefundUpToCents);
  const paidCents = sale.capturedCents - sale.refundedCents;
  const amount = useStepAmount(aloneCents || maxCents, maxCents, props);
  const reason = useReason(facts.refundTerms.reasons);
  const approver = useApprover(facts.refundTerms.approvers, true);
  // The server counts for itself: what it refused as too much needs a manager, whatever this page was loaded with.
  const [refusedCents, setRefusedCents] = useState(Number.POSITIVE_INFINITY);
  const { valueCents } = amount;
  const cents = valueCents ?? 0;
  const isOver = cents > aloneCents || cents >= refusedCents;
  const choice = isOver ? approver.choice : null;
  const twice = additionalWords(facts, valueCents);
  const isAdditional = twice.length > 0;
  const another = isAdditional ? "another " : "";

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

  const asks = choice?.how === "screens" && valueCents;
  const refundLabel = valueCents ? `Refund ${another}${facts.money(valueCents)}` : "Refund";
  return (
    <StepSheet
      {...props}
      title={`Refund ${valueCents ? facts.money(valueCents) : "an amount"}?`}
      consequence={
        asks
          ? askConsequence(facts.money(valueCents))
          : valueCents
            ? refundConsequence(valueCents, paidCents, facts.words)
            : null
      }
      actLabel={asks ? `Ask for ${facts.money(valueCents)}` : refundLabel}
      underWay={`Refunding ${facts.money(cents)}`}
      safeLabel="Back, refund nothing"
      variant="danger"
      content={`refund ${valueCents} ${isAdditional} ${reason.text}`}
      isComplete={isComplete}
      act={act}
    >
      {amount.field("Amount to refund")}
      {isOver ? (
        <p role="status" className="text-label text-soft">
          {aloneCents === 0
            ? nothingLeftWords
            : cents > aloneCents
              ? overLimitWords(facts.money(aloneCents))
              : approvalNeededWords}
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
          legend="Reason"
          options={[...offered, otherReason]}
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
            error={pressed && text === "" ? "Write the reason." : null}
            autoFocus
          />
        ) : null}
      </>
    ),
  };
}
