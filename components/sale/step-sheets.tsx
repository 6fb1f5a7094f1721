"use client";

import { CancelSheet } from "#components/sale/cancel-sheet.tsx";
import { ReferenceSheet } from "#components/sale/reference-sheet.tsx";
import { RefundSheet } from "#components/sale/refund-sheet.tsx";
import type { SaleActions } from "#components/sale/sale-actions.ts";
import { SendAgainSheet } from "#components/sale/send-again-sheet.tsx";
import type { StepSheetProps } from "#components/sale/step-sheet.tsx";
import { CaptureSheet, ReleaseSheet } from "#components/sale/take-sheets.tsx";

export type StepName = "cancel" | "capture" | "release" | "refund" | "reference" | "send_again";

/** The sheet of the step that was chosen; a new one each time, so that nothing is left from the last. */
export function StepSheets({
  step,
  actions,
  ...props
}: StepSheetProps & { step: StepName; actions: SaleActions }) {
  switch (step) {
    case "cancel":
      return <CancelSheet {...props} cancel={actions.cancel} />;
    case "capture":
      return <CaptureSheet {...props} capture={actions.capture} />;
    case "release":
      return <ReleaseSheet {...props} release={actions.release} />;
    case "refund":
      return <RefundSheet {...props} refund={actions.refund} />;
    case "reference":
      return <ReferenceSheet {...props} setReference={actions.setReference} />;
    case "send_again":
      return <SendAgainSheet {...props} sendAgain={actions.sendAgain} />;
  }
}
