import type { Page } from "@playwright/test";

/** How a person types on a number pad: no faster than this, and a scanner never as slowly. */
const handMs = 60;
const scannerMs = 8;

/** Types as a hand does, each key a press of its own; `Enter`, `Backspace` and the like by their names. Returns how many keys it took. */
export async function typeByHand(page: Page, ...keys: string[]): Promise<number> {
  let count = 0;
  for (const key of keys) {
    const single = key.length > 1 && /^[A-Z][a-z]/.test(key) ? [key] : [...key];
    for (const one of single) await page.keyboard.press(one, { delay: handMs });
    count += single.length;
  }
  return count;
}

/** Types as a barcode scanner does: a burst of keys, then Enter, wherever the focus is. */
export async function scan(page: Page, text: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const begin = Date.now() / 1000;
  const keys = [...text].map((it) => ({ key: it, text: it }));
  const events = [...keys, { key: "Enter", text: "\r" }].flatMap((it, index) => {
    const timestamp = begin + (index * scannerMs) / 1000;
    return [
      { ...it, type: "keyDown" as const, timestamp },
      { key: it.key, type: "keyUp" as const, timestamp },
    ];
  });
  await Promise.all(events.map((event) => devtools.send("Input.dispatchKeyEvent", event)));
  await devtools.detach();
}
