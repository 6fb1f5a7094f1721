"use client";

import { type FormEvent, useState } from "react";
import { AmountEntry } from "#components/till/amount-entry.tsx";
import { ContactEntry } from "#components/till/contact-entry.tsx";
import { ExtraEntry } from "#components/till/extra-entry.tsx";
import { Keypad } from "#components/till/keypad.tsx";
import type { NewSaleInput, NewSaleStore } from "#components/till/new-sale-input.ts";
import { useNewSaleForm } from "#components/till/use-new-sale-form.ts";
import { Button } from "#components/ui/button.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useBegun } from "#components/ui/screen-work.ts";
import { useAct } from "#components/ui/use-act.ts";
import { useTouch } from "#components/ui/use-touch.ts";
import { useWaited } from "#components/ui/use-waited.ts";
import { useWish } from "#components/ui/wish.ts";
import type { Problem, Result } from "#lib/problem.ts";
import { limitsWords, newSaleStep, stillMissingWords } from "#lib/words/new-sale-words.ts";
import { referenceError } from "#lib/words/step-words.ts";

export type NewSaleProps = {
  store: NewSaleStore;
  personId: string;
  onSend: (input: NewSaleInput) => Promise<Result<{ saleId: string }>>;
  onSent: (saleId: string) => void;
  initial?: Partial<Omit<NewSaleInput, "wishId">>;
};

/** The till's first screen: an amount, whom to send the link to, and one button. Another person gets an empty one. */
export function NewSale(props: NewSaleProps) {
  return <NewSaleForm key={props.personId} {...props} />;
}

function NewSaleForm({ store, onSend, onSent, initial }: NewSaleProps) {
  const form = useNewSaleForm(store, initial);
  const act = useAct();
  const wish = useWish();
  const touch = useTouch();
  const [nudge, setNudge] = useState<string | null>(null);
  // While another field is typed into, neither of the keypad's two is drawn as the active one.
  const [inExtras, setInExtras] = useState(false);
  const isLong = useWaited(act.busy, 1000);
  const locale = useLocale();
  const { fields } = form;
  useBegun(fields.amountCents > 0 || fields.contact !== "");
  const step = newSaleStep(form.facts);
  const isUnfinished = step.goal === "contact" && form.active === "contact" && fields.contact !== "";
  const fault = act.problem?.field ?? null;
  const receiptError =
    fields.receiptNumber.trim() === "" ? null : referenceError(fields.receiptNumber, locale);

  function edited() {
    setNudge(null);
    act.dismiss();
  }

  async function send() {
    const content = {
      amountCents: fields.amountCents,
      contact: fields.contact.trim(),
      shopperName: fields.shopperName.trim() || null,
      receiptNumber: fields.receiptNumber.trim() || null,
    };
    const wishId = wish.idFor(JSON.stringify(content));
    const result = await act.run(() => onSend({ wishId, ...content }));
    if (!result) return;
    wish.settle();
    if (!result.ok) return;
    form.clear();
    onSent(result.value.saleId);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (act.busy) return;
    if (receiptError) return setNudge("Change the receipt number first.");
    if (step.goal === "send") return void send();
    form.leave("amount");
    form.focus(step.goal);
    if (step.goal === "amount") return setNudge("Type the amount on the keypad first.");
    if (form.active === "contact") setNudge(stillMissingWords(fields.kind));
  }

  return (
    <form
      onSubmit={submit}
      autoComplete="off"
      noValidate
      className="mx-auto flex h-full min-h-0 w-full max-w-180 flex-col gap-3 p-3 sm:gap-4 sm:p-6"
    >
      <h1 className="sr-only">New sale</h1>
      <AmountEntry
        ref={form.amountRef}
        amountCents={fields.amountCents}
        currency={store.currency}
        locale={store.locale}
        onChange={(amountCents) => {
          edited();
          form.set({ amountCents });
        }}
        active={form.active === "amount" && !inExtras}
        onActive={() => form.setActive("amount")}
        hint={limitsWords(form.facts)}
        error={fieldWords(act.problem, fault === "amountCents") ?? form.amountError}
        touch={touch}
        readOnly={act.busy}
      />
      <ContactEntry
        ref={form.contactRef}
        kind={fields.kind}
        text={fields.contact}
        onText={(text, isAtEnd) => {
          edited();
          form.setContact(text, isAtEnd);
        }}
        onKind={(kind) => {
          edited();
          form.switchKind(kind);
        }}
        active={form.active === "contact" && !inExtras}
        onActive={() => {
          form.setActive("contact");
          form.leave("amount");
        }}
        onLeave={() => form.leave("contact")}
        error={fieldWords(act.problem, fault === "contact") ?? form.contactError}
        touch={touch}
        readOnly={act.busy}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to where the focus is */}
      <div className="flex gap-2" onFocus={() => setInExtras(true)} onBlur={() => setInExtras(false)}>
        <ExtraEntry
          offer="name"
          label="Name"
          text={fields.shopperName}
          onText={(shopperName) => {
            edited();
            form.set({ shopperName });
          }}
          maxLength={80}
          readOnly={act.busy}
          error={fieldWords(act.problem, fault === "shopperName")}
        />
        <ExtraEntry
          offer="receipt number"
          label="Receipt number"
          text={fields.receiptNumber}
          onText={(receiptNumber) => {
            edited();
            form.set({ receiptNumber });
          }}
          maxLength={60}
          readOnly={act.busy}
          error={fieldWords(act.problem, fault === "receiptNumber") ?? receiptError}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-1 sm:gap-3 wide:max-h-88 wide:flex-row wide:gap-6">
        <div className="min-h-60 flex-1">
          <Keypad
            label={form.active === "amount" ? "Keypad for the amount" : "Keypad for the number"}
            disabled={act.busy}
            onKey={(key) => {
              edited();
              form.pressKey(key);
            }}
          />
        </div>
        <div className="relative flex flex-col justify-end gap-1 sm:gap-3 wide:w-72">
          {act.problem ? (
            // Over the keypad and not above it: a refusal must not push the button off the screen.
            <div className="absolute inset-x-0 bottom-20 z-10 sm:bottom-22 rounded-card bg-card shadow-float">
              <ProblemCard problem={act.problem} onDismiss={act.dismiss} />
            </div>
          ) : null}
          <p aria-live="polite" className="min-h-5 text-center text-label text-soft">
            {isLong ? "Asking Sezzle to send the link…" : (nudge ?? receiptError)}
          </p>
          <Button
            type="submit"
            variant="primary"
            size="hero"
            busy={act.busy}
            busyLabel="Sending…"
            soft={!step.ready || isUnfinished || receiptError !== null}
            className="w-full max-sm:min-h-16"
          >
            {isUnfinished ? stillMissingWords(fields.kind) : step.label}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** A refusal that names a field is told at the field too; the card above the button says the rest. */
function fieldWords(problem: Problem | null, isFault: boolean): string | null {
  return problem && isFault ? problem.happened : null;
}
