/** A press that came before the page could answer it. */
export type EarlyPress = {
  /** When it came, by the device's clock. */
  at: number;
  /** The button, or the form that was sent by a key. */
  pressed: HTMLButtonElement | HTMLFormElement;
  /** What it read then. */
  read: string;
};

declare global {
  interface Window {
    /** What a button or form reads. */
    readEarlyPressed?: (pressed: EarlyPress["pressed"]) => string;
    /** Ends the keeping, and gives what was kept, in order. */
    takeEarlyPresses?: () => EarlyPress[];
  }
}

/** What a pressed button or form carries until its press is done. */
export const keptMark = "data-kept";

/**
 * Runs as the first thing of every page. What the server has drawn can be seen and touched before the scripts that answer to it have
 * come: until then a press of a button is kept, and no form is sent by the browser itself, which would write its fields, a password
 * among them, into the address. Links need no script and are left alone.
 */
export const keepEarlyPresses = `{
const kept = [];
window.readEarlyPressed = (pressed) => [pressed.ariaLabel, pressed.textContent].join(" ");
const keep = (event, pressed) => {
  if (!pressed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  pressed.setAttribute("${keptMark}", "");
  kept.push({ at: Date.now(), pressed, read: window.readEarlyPressed(pressed) });
};
const onClick = (event) => keep(event, event.target.closest("button"));
const onSubmit = (event) => keep(event, event.target);
addEventListener("click", onClick, true);
addEventListener("submit", onSubmit, true);
window.takeEarlyPresses = () => {
  removeEventListener("click", onClick, true);
  removeEventListener("submit", onSubmit, true);
  return kept.splice(0);
};
}`;
