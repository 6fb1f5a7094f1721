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
