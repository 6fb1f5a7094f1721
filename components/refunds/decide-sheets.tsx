"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import type { ActOutcome, SaleActions } from "#components/sale/sale-actions.ts";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { QuestionSheet } from "#components/ui/question-sheet.tsx";
import { useAct } from "#components/ui/use-act.ts";
import { formatMoney } from "#lib/money.ts";
import type { Result } from "#lib/problem.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { askedDetail, refundWords } from "#lib/words/refund-words.ts";
import { sheetWords } from "#lib/words/sheet-words.ts";
import { refundConsequence } from "#lib/words/step-words.ts";

type DecideSheetProps = {
  /** As it is now: once it has changed, or somebody else decided, the sheet can only be left. */
  sale: SaleView;
  onClose: () => void;
};

type ApproveSheetProps = DecideSheetProps & {
  approve: SaleActions["approveRefund"];
  onDone?: (seenVersion: number, outcome: ActOutcome, underWay: string) => void;
};

/** A manager approves a refund that somebody asked for: the amount, who asks and why, and what it means. */
export function ApproveSheet({ approve, onDone, ...props }: ApproveSheetProps) {
  const [asked] = useState(props.sale);
  const locale = useLocale();
  const words = useWords(refundWords);
  const { underWay } = useWords(sheetWords).refund;
  const { refundRequest: request, saleId, version } = asked;
  if (!request) return null;
  const { requestId, amountCents } = request;
  const facts = { currency: asked.currency, locale, until: null };
  const amount = formatMoney(amountCents, asked.currency, locale);
  return (
    <DecideSheet
      {...props}
      asked={asked}
      title={words.approveTitle(amount)}
      consequence={refundConsequence(amountCents, asked.capturedCents - asked.refundedCents, facts)}
      actLabel={words.approveLabel(amount)}
      variant="primary"
      isOutdated={props.sale.version !== version}
      decide={async () => {
        const result = await approve({ saleId, requestId, seenVersion: version });
        if (result.ok) onDone?.(version, result.value, underWay(amount));
        return result;
      }}
    />
  );
}

/** A manager declines a refund that somebody asked for, and may say why. */
export function DeclineSheet({
  decline,
  ...props
}: DecideSheetProps & { decline: SaleActions["declineRefund"] }) {
  const [asked] = useState(props.sale);
  const [reason, setReason] = useState("");
  const locale = useLocale();
  const words = useWords(refundWords);
  const { refundRequest: request, saleId } = asked;
  if (!request) return null;
  const { requestId, amountCents } = request;
  return (
    <DecideSheet
      {...props}
      asked={asked}
      title={words.declineTitle(formatMoney(amountCents, asked.currency, locale))}
      consequence={words.declineConsequence(request.askedBy)}
      actLabel={words.declineLabel}
      variant="danger"
      decide={() => decline({ saleId, requestId, reason })}
    >
      <Field
        label={words.whyNot}
        value={reason}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DecideSheet>
  );
}

type SheetProps = DecideSheetProps & {
  asked: SaleView;
  title: string;
  consequence: string;
  actLabel: string;
  variant: "primary" | "danger";
  isOutdated?: boolean;
  decide: () => Promise<Result<ActOutcome>>;
  children?: ReactNode;
};

function DecideSheet({ sale, asked, decide, children, onClose, isOutdated = false, ...props }: SheetProps) {
  const act = useAct();
  const locale = useLocale();
  const words = useWords(refundWords);
  const isDecided = sale.refundRequest?.requestId !== asked.refundRequest?.requestId;
  // One's own decision changes the sale too; only what nobody here did makes the sheet's words untrue.
  const isOver = !act.busy && (isDecided || isOutdated);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isOver || act.busy) return;
    const result = await act.run(decide);
    if (result?.ok) onClose();
  }

  return (
    <QuestionSheet
      title={props.title}
      consequence={
        <>
          <p>{props.consequence}</p>
          <p className="mt-2">{askedDetail(asked, locale)}</p>
        </>
      }
      actLabel={props.actLabel}
      safeLabel={words.decideNothing}
      variant={props.variant}
      act={act}
      isOutdated={isOver}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      {isOver ? (
        <p role="alert" className="rounded-card bg-attention-wash p-4 text-body font-medium text-attention">
          {words.decidedMeanwhile}
        </p>
      ) : null}
    </QuestionSheet>
  );
}
