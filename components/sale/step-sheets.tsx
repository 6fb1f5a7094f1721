"use client";

import { ApproveSheet, DeclineSheet } from "#components/refunds/decide-sheets.tsx";
import { PinSheet } from "#components/refunds/pin-sheet.tsx";
import { CancelSheet } from "#components/sale/cancel-sheet.tsx";
import { CloseOtherSheet } from "#components/sale/close-other-sheet.tsx";
import { EnterOrderSheet } from "#components/sale/enter-order-sheet.tsx";
import { GiveUpSheet } from "#components/sale/give-up-sheet.tsx";
import { ReauthorizeSheet } from "#components/sale/reauthorize-sheet.tsx";
import { ReferenceSheet } from "#components/sale/reference-sheet.tsx";
import { RefundSheet } from "#components/sale/refund-sheet.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { SendAgainSheet } from "#components/sale/send-again-sheet.tsx";
import type { StepName } from "#components/sale/step-name.ts";
import type { StepSheetProps } from "#components/sale/step-sheet.tsx";
import { CaptureSheet, ReleaseSheet } from "#components/sale/take-sheets.tsx";
import type { SaleStepsState } from "#components/sale/use-sale-steps.ts";

/** The sheet of the step that is open on a sale's screen, if one is. */
export function OpenStep({ steps, actions }: { steps: SaleStepsState; actions: SaleActions }) {
  const { step, leave, facts } = steps;
  if (!step) return null;
  // A receipt number changes nothing that the screen would have to wait for.
  const onDone = step === "reference" ? () => {} : steps.done;
  return (
    <StepSheets step={step} actions={actions} facts={facts} onClose={() => leave(step)} onDone={onDone} />
  );
}

/** The sheet of the step that was chosen; a new one each time, so that nothing is left from the last. */
function StepSheets({ step, actions, ...props }: StepSheetProps & { step: StepName; actions: SaleActions }) {
  switch (step) {
    case "cancel":
      return <CancelSheet {...props} cancel={actions.cancel} />;
    case "capture":
      return <CaptureSheet {...props} capture={actions.capture} />;
    case "release":
      return <ReleaseSheet {...props} release={actions.release} />;
    case "refund":
      return <RefundSheet {...props} actions={actions} />;
    case "reference":
      return <ReferenceSheet {...props} setReference={actions.setReference} />;
    case "give_up":
      return <GiveUpSheet {...props} giveUp={actions.giveUp} />;
    case "close_other":
      return <CloseOtherSheet {...props} closeOther={actions.closeOther} />;
    case "reauthorize":
      return <ReauthorizeSheet {...props} reauthorize={actions.reauthorize} />;
    case "enter_order":
      return <EnterOrderSheet {...props} enterOrder={actions.enterOrder} />;
    case "approve_refund":
      return <ApproveSheet {...props} {...props.facts} approve={actions.approveRefund} />;
    case "decline_refund":
      return <DeclineSheet {...props} {...props.facts} decline={actions.declineRefund} />;
    case "pin_refund":
      return <PinSheet {...props} approve={actions.approveByPin} />;
    case "send_again":
      return <SendAgainSheet {...props} sendAgain={actions.sendAgain} />;
  }
}
