"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ContactKind } from "#components/till/contact-entry.tsx";
import type { KeypadKey } from "#components/till/keypad.tsx";
import type { NewSaleStore } from "#components/till/new-sale-input.ts";
import { emptyDraft, type SaleDraft } from "#components/till/sale-draft.ts";
import { useLocale } from "#components/ui/language.tsx";
import { formatAsTyped, readContact } from "#lib/contact.ts";
import { wordsIn } from "#lib/language.ts";
import { pressBackspace, pressDigit } from "#lib/money.ts";
import { contactWords } from "#lib/words/contact-words.ts";
import { amountProblemWords, type NewSaleFacts } from "#lib/words/new-sale-words.ts";

type FieldName = "amount" | "contact";
type Left = Record<FieldName, boolean>;

const nothingLeft: Left = { amount: false, contact: false };

/** What the new sale form holds, which of its fields the keypad writes to, and what is wrong with it so far. */
export function useNewSaleForm(store: NewSaleStore, initial: Partial<SaleDraft> = {}) {
  const [fields, setFields] = useState<SaleDraft>({ ...emptyDraft, ...initial });
  /** When something was last typed, by the device's clock; null while nothing was. */
  const [typedAt, setTypedAt] = useState<number | null>(null);
  const [active, setActive] = useState<FieldName>("amount");
  // A fault is told once the field was left or the button pressed; while typing, everything is still unfinished.
  const [left, setLeft] = useState(nothingLeft);
  const amountRef = useRef<HTMLInputElement>(null);
  const contactRef = useRef<HTMLInputElement>(null);
  const locale = useLocale();

  const reading = readContact(fields.contact);
  const facts: NewSaleFacts = {
    amountCents: fields.amountCents,
    minCents: store.minCents,
    maxCents: store.maxCents,
    currency: store.currency,
    locale,
    contactKind: fields.kind,
    contactState: reading.kind === "incomplete" || reading.kind === "wrong" ? reading.kind : "ready",
  };
  const tooMuch = fields.amountCents > store.maxCents;
  const amountError = left.amount || tooMuch ? amountProblemWords(facts) : null;
  const contactError = reading.kind === "wrong" ? wordsIn(contactWords, locale)[reading.fault] : null;

  function set(change: Partial<SaleDraft>) {
    setFields((was) => ({ ...was, ...change }));
    setTypedAt(Date.now());
  }

  function setContact(text: string, isAtEnd: boolean) {
    // Whoever types a letter or an @ is typing an e-mail, whatever the field was for.
    if (fields.kind === "sms" && /[\p{L}@]/u.test(text)) return switchKind("email", text);
    if (fields.kind === "email") return set({ contact: text });
    setNumber(phoneAsTyped(text, isAtEnd));
  }

  /** A number that is whole has nothing left to type: what is missing then is next, whichever was begun with. */
  function setNumber(contact: string) {
    set({ contact });
    const isLonger = digitsOf(contact).length > digitsOf(fields.contact).length;
    if (isLonger && fields.amountCents === 0 && readContact(contact).kind === "sms") focus("amount");
  }

  function phoneAsTyped(text: string, isAtEnd: boolean): string {
    if (!isAtEnd) return text;
    const digits = digitsOf(text);
    const before = digitsOf(fields.contact);
    // Deleting a bracket or a hyphen the till wrote itself deletes the digit before it, else it would come back.
    const removed = text.length < fields.contact.length && digits === before;
    return formatAsTyped(removed ? digits.slice(0, -1) : text);
  }

  function switchKind(kind: ContactKind, contact = "") {
    set({ kind, contact });
    focus("contact");
  }

  function pressKey(key: KeypadKey) {
    const to = active;
    if (to === "amount") {
      const { amountCents } = fields;
      set({ amountCents: key === "backspace" ? pressBackspace(amountCents) : pressDigit(amountCents, key) });
    } else if (fields.kind === "email") {
      set({ contact: key === "backspace" ? fields.contact.slice(0, -1) : fields.contact + key });
    } else {
      const plus = fields.contact.startsWith("+") ? "+" : "";
      const digits = digitsOf(fields.contact);
      const next = key === "backspace" ? digits.slice(0, -1) : digits + key;
      focus(to);
      return setNumber(next ? formatAsTyped(plus + next) : "");
    }
    focus(to);
  }

  /** One step back: what stands in the active field, then the field before it. */
  function backOut() {
    if (active === "amount") set({ amountCents: 0 });
    else if (fields.contact !== "") set({ contact: "" });
    else focus("amount");
  }

  /** Moves the focus and the keypad to a field. At once: tablets open their keyboard only while the touch is handled. */
  function focus(field: FieldName) {
    // The field may be a new one by now, and has to be there before it can take the focus.
    flushSync(() => setActive(field));
    const input = field === "amount" ? amountRef.current : contactRef.current;
    input?.focus({ preventScroll: true });
  }

  function leave(field: FieldName) {
    setLeft((was) => ({ ...was, [field]: true }));
  }

  /** Puts what was typed at another time in the place of what is there. */
  function replace(draft: SaleDraft, at: number) {
    setFields(draft);
    setTypedAt(at);
  }

  function clear() {
    replace(emptyDraft, Date.now());
    setLeft(nothingLeft);
  }

  return {
    ...{ fields, typedAt, facts, active, amountRef, contactRef, amountError, contactError },
    ...{ set, setActive, setContact, switchKind, pressKey, backOut, focus, leave, replace, clear },
  };
}

export type NewSaleForm = ReturnType<typeof useNewSaleForm>;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}
