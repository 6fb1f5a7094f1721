"use client";

import { useState } from "react";
import type { ActOutcome, SaleActions } from "#components/sale/sale-actions.ts";
import { type FactsInput, type SaleFacts, saleFacts } from "#components/sale/sale-facts.ts";
import type { StepName } from "#components/sale/step-name.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { type Act, useAct } from "#components/ui/use-act.ts";
import { useWish } from "#components/ui/wish.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";
import { sheetWords } from "#lib/words/sheet-words.ts";

/** Everything a screen of one sale does by its buttons; till and desk draw it each in their own way. */
export type SaleStepsState = {
  facts: SaleFacts;
  /** The step whose sheet is open. */
  step: StepName | null;
  setStep: (step: StepName) => void;
  /** Closes the sheet of a step, unless another has been opened meanwhile. */
  leave: (step: StepName) => void;
  capturing: Act;
  asking: Act;
  /** The server took a wish, but what this screen shows is still from before it: what is being done, in words. */
  underWay: string | null;
  captureAll: () => Promise<void>;
  ask: () => Promise<unknown>;
  /** A sheet's wish was taken. */
  done: (seenVersion: number, outcome: ActOutcome, underWay: string) => void;
};

/** Keeps what is under way on a sale's screen. */
export function useSaleSteps(input: FactsInput & { actions: SaleActions }): SaleStepsState {
  const { sale, actions } = input;
  const facts = saleFacts(input, useLocale());
  const { underWay } = useWords(sheetWords).capture;
  const [step, setStep] = useState<StepName | null>(null);
  const [asked, setAsked] = useState<{ version: number; underWay: string } | null>(null);
  const capturing = useAct();
  const asking = useAct(noAnswerWithoutMoneyProblem);
  const wish = useWish();

  function done(seenVersion: number, outcome: ActOutcome, underWay: string) {
    if (outcome.operationId) setAsked({ version: seenVersion, underWay });
  }

  async function captureAll() {
    const amountCents = facts.steps.captureUpToCents;
    const seenVersion = sale.version;
    const wishId = wish.idFor(`capture ${amountCents} ${seenVersion}`);
    const result = await capturing.run(() =>
      actions.capture({ saleId: sale.saleId, seenVersion, wishId, amountCents }),
    );
    if (!result) return;
    wish.settle();
    if (result.ok) done(seenVersion, result.value, underWay(facts.money(amountCents)));
  }

  return {
    facts,
    step,
    setStep,
    leave: (left) => setStep((open) => (open === left ? null : open)),
    capturing,
    asking,
    underWay: asked?.version === sale.version ? asked.underWay : null,
    captureAll,
    ask: () => asking.run(() => actions.ask({ saleId: sale.saleId })),
    done,
  };
}
