"use client";

import { type FormEvent, useRef, useState } from "react";
import { AmountEntry } from "#components/till/amount-entry.tsx";
import { ContactEntry } from "#components/till/contact-entry.tsx";
import { ExtrasRow, longestReceiptNumber } from "#components/till/extras-row.tsx";
import { Keypad } from "#components/till/keypad.tsx";
import type { NewSaleInput, NewSaleStore } from "#components/till/new-sale-input.ts";
import { forgetDraft, type SaleDraft } from "#components/till/sale-draft.ts";
import { SendPart } from "#components/till/send-part.tsx";
import { useKeptDraft } from "#components/till/use-kept-draft.ts";
import { useNewSaleForm } from "#components/till/use-new-sale-form.ts";
import { useTillKeys } from "#components/till/use-till-keys.ts";
import { useLocale } from "#components/ui/language.tsx";
import { useBegun } from "#components/ui/screen-work.ts";
import { useAct } from "#components/ui/use-act.ts";
import { useTouch } from "#components/ui/use-touch.ts";
import { useWish } from "#components/ui/wish.ts";
import { wordsIn } from "#lib/language.ts";
import { type Result, sentencesOf } from "#lib/problem.ts";
import { limitsWords, newSaleStep, newSaleWords } from "#lib/words/new-sale-words.ts";
import { referenceError } from "#lib/words/step-words.ts";

export type NewSaleProps = {
  store: NewSaleStore;
  /** Whose what is typed is: for another it begins empty. */
  keptFor: string;
  onSend: (input: NewSaleInput) => Promise<Result<{ saleId: string }>>;
  onSent: (saleId: string) => void;
  initial?: Partial<SaleDraft>;
};

/** The till's first screen: an amount, whom to send the link to, and one button. */
export function NewSale(props: NewSaleProps) {
  return <NewSaleForm key={props.keptFor} {...props} />;
}

function NewSaleForm({ store, keptFor, onSend, onSent, initial }: NewSaleProps) {
  const locale = useLocale();
  const words = wordsIn(newSaleWords, locale);
  const form = useNewSaleForm(store, initial);
  const act = useAct();
  const wish = useWish();
  const touch = useTouch();
  const box = useRef<HTMLFormElement>(null);
  const [nudge, setNudge] = useState<string | null>(null);
  // While another field is typed into, neither of the keypad's two is drawn as the active one.
  const [inExtras, setInExtras] = useState(false);
  const { fields } = form;
  useBegun(fields.amountCents > 0 || fields.contact !== "");
  const step = newSaleStep(form.facts);
  const isUnfinished = step.goal === "contact" && form.active === "contact" && fields.contact !== "";
  const receiptError =
    fields.receiptNumber.trim() === "" ? null : referenceError(fields.receiptNumber, locale);

  const keep = useKeptDraft(`${keptFor} ${store.name}`, form, wish, () => {
    if (!act.busy) startOver();
  });
  useTillKeys(box, {
    form,
    isBusy: act.busy,
    onTyped: edited,
    onScan(text, before) {
      edited();
      const receiptNumber = text.trim().slice(0, longestReceiptNumber);
      form.replace({ ...before, receiptNumber }, Date.now());
      setNudge(words.scanned(receiptNumber));
    },
  });

  function edited() {
    setNudge(null);
    act.dismiss();
  }

  function set(change: Partial<SaleDraft>) {
    edited();
    form.set(change);
  }

  function startOver() {
    edited();
    // A wish whose answer was lost stays: the same typed again is the same wish, not a second link.
    form.clear();
  }

  async function send() {
    const content = {
      amountCents: fields.amountCents,
      contact: fields.contact.trim(),
      shopperName: fields.shopperName.trim() || null,
      receiptNumber: fields.receiptNumber.trim() || null,
      shopperLocale: fields.shopperLocale,
    };
    const wishId = wish.idFor(JSON.stringify(content));
    // A page that is loaded anew before the answer came sends the same wish again, not a second one.
    keep();
    const result = await act.run(() => onSend({ wishId, ...content }));
    if (!result) return;
    wish.settle();
    if (!result.ok) return;
    // At once: whoever has gone to another sale meanwhile is not to find this one's number again.
    forgetDraft();
    form.clear();
    form.focus("amount");
    onSent(result.value.saleId);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (act.busy) return;
    if (receiptError) return setNudge(words.receiptFirst);
    if (step.goal === "send") return void send();
    form.leave("amount");
    form.focus(step.goal);
    if (step.goal === "amount") return setNudge(words.amountFirst);
    if (form.active === "contact") setNudge(words.finish[fields.kind]);
  }

  /** A refusal that names a field is told at the field too; the card above the button says the rest. */
  function refusedAt(field: string): string | null {
    return act.problem?.field === field ? sentencesOf(act.problem, locale).happened : null;
  }

  return (
    <form
      ref={box}
      onSubmit={submit}
      autoComplete="off"
      noValidate
      className="mx-auto flex h-full min-h-0 w-full max-w-180 flex-col gap-3 p-3 sm:gap-4 sm:p-6"
    >
      <h1 className="sr-only">{words.title}</h1>
      <AmountEntry
        ref={form.amountRef}
        amountCents={fields.amountCents}
        currency={store.currency}
        onChange={(amountCents) => set({ amountCents })}
        active={form.active === "amount" && !inExtras}
        onActive={() => form.setActive("amount")}
        hint={limitsWords(form.facts)}
        error={refusedAt("amountCents") ?? form.amountError}
        touch={touch}
        readOnly={act.busy}
      />
      <ContactEntry
        ref={form.contactRef}
        kind={fields.kind}
        country={store.country}
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
        error={refusedAt("contact") ?? form.contactError}
        touch={touch}
        readOnly={act.busy}
      />
      <ExtrasRow
        store={store}
        draft={fields}
        onChange={set}
        onClear={() => {
          startOver();
          form.focus("amount");
        }}
        onFocused={setInExtras}
        readOnly={act.busy}
        nameError={refusedAt("shopperName")}
        receiptError={refusedAt("receiptNumber") ?? receiptError}
      />
      <div className="flex min-h-0 flex-1 flex-col gap-1 sm:gap-3 wide:max-h-88 wide:flex-row wide:gap-6">
        <div className="min-h-60 flex-1">
          <Keypad
            label={form.active === "amount" ? words.keypadForAmount : words.keypadForNumber}
            disabled={act.busy}
            onKey={(key) => {
              edited();
              form.pressKey(key);
            }}
          />
        </div>
        <SendPart
          act={act}
          label={isUnfinished ? words.finish[fields.kind] : step.label}
          soft={!step.ready || isUnfinished || receiptError !== null}
          note={nudge ?? receiptError}
        />
      </div>
    </form>
  );
}
