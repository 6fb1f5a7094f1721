"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ContactKind } from "#components/till/contact-entry.tsx";
import type { KeypadKey } from "#components/till/keypad.tsx";
import type { NewSaleInput, NewSaleStore } from "#components/till/new-sale-input.ts";
import { formatAsTyped, readContact } from "#lib/contact.ts";
import { pressBackspace, pressDigit } from "#lib/money.ts";
import { amountProblemWords, type NewSaleFacts } from "#lib/words/new-sale-words.ts";

type Fields = Omit<NewSaleInput, "wishId" | "shopperName" | "receiptNumber"> & {
  kind: ContactKind;
  shopperName: string;
  receiptNumber: string;
};

const empty: Fields = { amountCents: 0, contact: "", kind: "sms", shopperName: "", receiptNumber: "" };

/** What the new sale form holds, which of its fields the keypad writes to, and what is wrong with it so far. */
export function useNewSaleForm(store: NewSaleStore, initial: Partial<Omit<NewSaleInput, "wishId">> = {}) {
  const [fields, setFields] = useState<Fields>(() => ({
    ...empty,
    amountCents: initial.amountCents ?? 0,
    contact: initial.contact ?? "",
    kind: initial.contact?.includes("@") ? "email" : "sms",
    shopperName: initial.shopperName ?? "",
    receiptNumber: initial.receiptNumber ?? "",
  }));
  const [active, setActive] = useState<"amount" | "contact">("amount");
  // A fault is told once the field was left or the button pressed; while typing, everything is still unfinished.
  const [left, setLeft] = useState({ amount: false, contact: false });
  const amountRef = useRef<HTMLInputElement>(null);
  const contactRef = useRef<HTMLInputElement>(null);

  const reading = readContact(fields.contact, store.country);
  const contactState =
    reading.kind === "incomplete" ? "incomplete" : reading.kind === "wrong" ? "wrong" : "ready";
  const facts: NewSaleFacts = {
    amountCents: fields.amountCents,
    minCents: store.minCents,
    maxCents: store.maxCents,
    currency: store.currency,
    locale: store.locale,
    contactKind: fields.kind,
    contactState,
  };
  const tooMuch = fields.amountCents > store.maxCents;
  const amountError = left.amount || tooMuch ? amountProblemWords(facts) : null;
  const contactError = reading.kind === "wrong" ? reading.sentence : null;

  function set(change: Partial<Fields>) {
    setFields((was) => ({ ...was, ...change }));
  }

  function setContact(text: string, isAtEnd: boolean) {
    // Whoever types a letter or an @ is typing an e-mail, whatever the field was for.
    if (fields.kind === "sms" && /[\p{L}@]/u.test(text)) return switchKind("email", text);
    set({ contact: fields.kind === "sms" ? phoneAsTyped(text, isAtEnd) : text });
  }

  function phoneAsTyped(text: string, isAtEnd: boolean): string {
    if (!isAtEnd) return text;
    const digits = digitsOf(text);
    const before = digitsOf(fields.contact);
    // Deleting a bracket or a hyphen the till wrote itself deletes the digit before it, else it would come back.
    const removed = text.length < fields.contact.length && digits === before;
    return formatAsTyped(removed ? digits.slice(0, -1) : text, store.country);
  }

  function switchKind(kind: ContactKind, contact = "") {
    set({ kind, contact });
    focus("contact");
  }

  function pressKey(key: KeypadKey) {
    if (active === "amount") {
      const { amountCents } = fields;
      set({ amountCents: key === "backspace" ? pressBackspace(amountCents) : pressDigit(amountCents, key) });
    } else if (fields.kind === "email") {
      set({ contact: key === "backspace" ? fields.contact.slice(0, -1) : fields.contact + key });
    } else {
      const plus = fields.contact.startsWith("+") ? "+" : "";
      const digits = digitsOf(fields.contact);
      const next = key === "backspace" ? digits.slice(0, -1) : digits + key;
      set({ contact: next ? formatAsTyped(plus + next, store.country) : "" });
    }
    focus(active);
  }

  /** Moves the focus and the keypad to a field. At once: tablets open their keyboard only while the touch is handled. */
  function focus(field: "amount" | "contact") {
    // The field may be a new one by now, and has to be there before it can take the focus.
    flushSync(() => setActive(field));
    const input = field === "amount" ? amountRef.current : contactRef.current;
    input?.focus({ preventScroll: true });
  }

  function leave(field: "amount" | "contact") {
    setLeft((was) => ({ ...was, [field]: true }));
  }

  function clear() {
    setFields(empty);
    setLeft({ amount: false, contact: false });
    focus("amount");
  }

  return {
    ...{ fields, facts, active, amountRef, contactRef, amountError, contactError, contactLeft: left.contact },
    ...{ set, setActive, setContact, switchKind, pressKey, focus, leave, clear },
  };
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}
