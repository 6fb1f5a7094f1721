"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { KeypadKey } from "#components/till/keypad.tsx";
import type { SaleDraft } from "#components/till/sale-draft.ts";
import { ScanReader } from "#components/till/scan-reader.ts";
import type { NewSaleForm } from "#components/till/use-new-sale-form.ts";

export type TillKeys = {
  form: NewSaleForm;
  /** Nothing can be typed at this moment. */
  isBusy: boolean;
  onTyped: () => void;
  /** A scanner read this; what its keys wrote elsewhere on their way is undone with `before`, how the form was. */
  onScan: (text: string, before: SaleDraft) => void;
};

/**
 * Lets a keyboard, a number pad and a barcode scanner work without a touch, wherever the focus is: digits and Backspace go to the
 * active field, Enter takes the next step, Escape one back.
 */
export function useTillKeys(box: RefObject<HTMLFormElement | null>, keys: TillKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const reader = new ScanReader();
    let before = latest.current.form.fields;
    const press = (event: KeyboardEvent) => {
      const { form, isBusy, onTyped, onScan } = latest.current;
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
      if (isShortcut || !box.current || isCovered(box.current)) return;
      const step = reader.press(event.key, event.timeStamp);
      if (step.kind === "first") before = form.fields;
      if (step.kind === "scan") {
        // Before anything that has the focus takes the Enter for its own.
        event.preventDefault();
        event.stopPropagation();
        if (!isBusy) onScan(step.text, before);
        return;
      }
      if (isBusy || !(event.target instanceof HTMLElement)) return;
      const { target, key } = event;
      const isHere = target === document.body || box.current.contains(target);
      if (key === "Escape" && isHere) {
        onTyped();
        return isFormField(target) || target === document.body ? form.backOut() : form.focus(form.active);
      }
      if (isFormField(target)) return;
      if (/^\d$/.test(key) || key === "Backspace") {
        event.preventDefault();
        onTyped();
        form.pressKey(key === "Backspace" ? "backspace" : (key as KeypadKey));
      } else if (key === "Enter" && target === document.body) {
        box.current.requestSubmit();
      } else if (key.length === 1 && key !== " " && form.active === "contact") {
        // The field has the focus before the letter is written, so that it lands there.
        form.focus("contact");
      }
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [box]);
}

function isFormField(target: HTMLElement): boolean {
  return target.matches("input, textarea, select, [contenteditable]");
}

/** Something lies over the till and has the keys: a sheet, a menu, a lock. */
function isCovered(box: HTMLElement): boolean {
  return (
    box.closest("[inert], [aria-hidden='true']") !== null ||
    document.querySelector("dialog, [role='menu']") !== null
  );
}
