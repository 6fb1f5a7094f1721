"use client";

import { useMemo } from "react";
import type { SaleActions } from "#components/sale/sale-actions.ts";

/** The server actions of a sale, as pages hand them to the screens. */
export type ServerSaleActions = {
  [Name in keyof SaleActions]: (given: unknown) => ReturnType<SaleActions[Name]>;
};

/** The actions of a sale's screen, each naming the person whom the screen shows. */
export function useSaleActions(actions: ServerSaleActions, personId: string): SaleActions {
  return useMemo(() => {
    const by = <Input extends object, Value>(action: (given: unknown) => Value) => {
      return (input: Input) => action({ ...input, personId });
    };
    return {
      cancel: by(actions.cancel),
      capture: by(actions.capture),
      release: by(actions.release),
      refund: by(actions.refund),
      askRefund: by(actions.askRefund),
      refundByPin: by(actions.refundByPin),
      approveByPin: by(actions.approveByPin),
      approveRefund: by(actions.approveRefund),
      declineRefund: by(actions.declineRefund),
      withdrawRefund: by(actions.withdrawRefund),
      setReference: by(actions.setReference),
      ask: by(actions.ask),
      giveUp: by(actions.giveUp),
      sendAgain: by(actions.sendAgain),
      closeOther: by(actions.closeOther),
      reauthorize: by(actions.reauthorize),
      enterOrder: by(actions.enterOrder),
    };
  }, [actions, personId]);
}

export type RefundDecisions = Pick<ServerSaleActions, "approveRefund" | "declineRefund">;

/** What a manager decides about refunds, each action naming the person whom the screen shows. */
export function useRefundDecisions(
  { approveRefund, declineRefund }: RefundDecisions,
  personId: string,
): Pick<SaleActions, "approveRefund" | "declineRefund"> {
  return useMemo(
    () => ({
      approveRefund: (input) => approveRefund({ ...input, personId }),
      declineRefund: (input) => declineRefund({ ...input, personId }),
    }),
    [approveRefund, declineRefund, personId],
  );
}
