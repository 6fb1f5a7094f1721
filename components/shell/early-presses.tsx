"use client";

import { useEffect } from "react";
import { type EarlyPress, keptMark } from "#lib/early-presses.ts";

/** Whoever pressed longer ago has seen that nothing came of it, and may want something else by now. */
const doneWithinMs = 5_000;

/** Does what was pressed before the page could answer. Stands last on the page: all before it answers by then. */
export function EarlyPresses() {
  useEffect(() => {
    // Each after what came of the one before is drawn: a second press of a button that is at work is none.
    for (const press of window.takeEarlyPresses?.() ?? []) setTimeout(() => pressAgain(press));
  }, []);
  return null;
}

function pressAgain({ at, pressed, read }: EarlyPress) {
  pressed.removeAttribute(keptMark);
  if (Date.now() - at > doneWithinMs) return;
  // What reads otherwise by now does something else: "Enter an amount" may have become "Send link" by what was typed before a reload.
  if (window.readEarlyPressed?.(pressed) !== read) return;
  if (pressed instanceof HTMLFormElement) pressed.requestSubmit();
  else pressed.click();
}
